import { on } from '@steward/bus';
import {
  SilenceNoticed,
  TicketClockBreached,
  TicketClockWarned,
  TicketMessageAdded,
  TicketRaised,
  TicketReopened,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { DefinedEscalationPolicy } from '../escalation-policy/escalation-policy.ts';
import { startSteps } from '../start-escalations.ts';
import { isOpen, type OpenTicket } from '../ticket/ticket.ts';
import { watchSteps } from '../watch-silences.ts';
import { causeOf, type Occasion } from './cause-of.ts';
import { endStepsOf } from './end-escalations.consumer.ts';

type Steps = Parameters<Dependencies['changeTogether']>[0];

/** Does what follows for a ticket as it stands now, which may be further on than the event that asks for it. */
const following = async (
  { tickets, changeTogether }: Dependencies,
  { ticketId, because }: { readonly ticketId: string; readonly because: Because },
  stepsFor: (ticket: OpenTicket) => Promise<Steps>,
) => {
  const read = await tickets.read(ticketId);
  if (!exists(read) || !isOpen(read.state) || read.state.isBroughtIn) return undefined;
  const steps = await stepsFor(read.state);
  return steps.length === 0 ? undefined : changeTogether(steps, because);
};

type Begun = Parameters<typeof following>[1];

const causedBy = (occasion: Occasion) => (policy: DefinedEscalationPolicy) =>
  causeOf(policy.trigger, occasion);

const setOff = (dependencies: Dependencies, begun: Begun, occasion: Occasion) =>
  following(dependencies, begun, (ticket) =>
    startSteps(dependencies, { ticket, at: begun.because.at }, causedBy(occasion)),
  );

/** Where a ticket is open from now on, a silence may begin as well. */
const setOffAndWatch = (
  dependencies: Dependencies,
  begun: Begun,
  occasionOf: (ticket: OpenTicket) => Promise<Occasion>,
) =>
  following(dependencies, begun, async (ticket) => {
    const { at } = begun.because;
    const occasion = await occasionOf(ticket);
    return [
      ...(await startSteps(dependencies, { ticket, at }, causedBy(occasion))),
      ...(await watchSteps(dependencies, ticket, at)),
    ];
  });

export const startEscalationsOnTicketRaised = (dependencies: Dependencies) =>
  on('startEscalationsOnTicketRaised', TicketRaised, async ({ data, because }) => {
    const { ticketId, accountId } = data;
    return setOffAndWatch(dependencies, { ticketId, because }, async () => {
      const segment = (await dependencies.customers.get(accountId))?.segment;
      return { kind: 'raised', accountId, segment };
    });
  });

export const startEscalationsOnTicketReopened = (dependencies: Dependencies) =>
  on('startEscalationsOnTicketReopened', TicketReopened, ({ data: { ticketId }, because }) =>
    setOffAndWatch(dependencies, { ticketId, because }, async ({ reopenings }) => ({
      kind: 'reopened',
      times: reopenings,
    })),
  );

export const startEscalationsOnTicketClockWarned = (dependencies: Dependencies) =>
  on('startEscalationsOnTicketClockWarned', TicketClockWarned, ({ data, because }) => {
    const { ticketId, clock, line, number, percent } = data;
    const occasion = { kind: 'clock-warned', clock, line, number, percent } as const;
    return setOff(dependencies, { ticketId, because }, occasion);
  });

export const startEscalationsOnTicketClockBreached = (dependencies: Dependencies) =>
  on('startEscalationsOnTicketClockBreached', TicketClockBreached, ({ data, because }) => {
    const { ticketId, clock, line, number } = data;
    const occasion = { kind: 'clock-breached', clock, line, number } as const;
    return setOff(dependencies, { ticketId, because }, occasion);
  });

/** What was noticed a moment too late, when somebody had spoken already, sets nothing off. */
export const startEscalationsOnSilenceNoticed = (dependencies: Dependencies) =>
  on('startEscalationsOnSilenceNoticed', SilenceNoticed, ({ data, because }) => {
    const { ticketId, policyId, since } = data;
    const cause = { kind: 'silence', since } as const;
    return following(dependencies, { ticketId, because }, async (ticket) =>
      ticket.silentSince === since
        ? startSteps(dependencies, { ticket, at: because.at }, (policy) =>
            policy.policyId === policyId ? cause : undefined,
          )
        : [],
    );
  });

/** A word of staff answers the silence before it, and the next silence begins. */
export const watchSilenceOnTicketMessageAdded = (dependencies: Dependencies) =>
  on('watchSilenceOnTicketMessageAdded', TicketMessageAdded, async ({ data, because }) => {
    if (data.from !== 'staff') return undefined;
    const { ticketId } = data;
    const { at } = because;
    return following(dependencies, { ticketId, because }, async (ticket) => [
      ...(await endStepsOf(dependencies, ticketId, { why: 'answered', at })),
      ...(await watchSteps(dependencies, ticket, at)),
    ]);
  });
