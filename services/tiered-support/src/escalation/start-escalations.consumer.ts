import { type DeliveryOf, on } from '@steward/bus';
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

/** A word of staff answers the silence before it, and the next silence begins. */
const heardStaff = (dependencies: Dependencies, { ticketId, because }: Begun) =>
  following(dependencies, { ticketId, because }, async (ticket) => {
    const { at } = because;
    return [
      ...(await endStepsOf(dependencies, ticketId, { why: 'answered', at })),
      ...(await watchSteps(dependencies, ticket, at)),
    ];
  });

const asked = [
  TicketRaised,
  TicketReopened,
  TicketClockWarned,
  TicketClockBreached,
  TicketMessageAdded,
] as const;

const startOn = (
  dependencies: Dependencies,
  { type, data, because }: DeliveryOf<(typeof asked)[number]>,
) => {
  const { ticketId, accountId } = data;
  const begun = { ticketId, because };
  switch (type) {
    case 'TicketRaised':
      return setOffAndWatch(dependencies, begun, async () => {
        const segment = (await dependencies.customers.get(accountId))?.segment;
        return { kind: 'raised', accountId, segment };
      });
    case 'TicketReopened':
      return setOffAndWatch(dependencies, begun, async ({ reopenings }) => ({
        kind: 'reopened',
        times: reopenings,
      }));
    case 'TicketClockWarned': {
      const { clock, line, number, percent } = data;
      return setOff(dependencies, begun, { kind: 'clock-warned', clock, line, number, percent });
    }
    case 'TicketClockBreached': {
      const { clock, line, number } = data;
      return setOff(dependencies, begun, { kind: 'clock-breached', clock, line, number });
    }
    case 'TicketMessageAdded':
      return data.from === 'staff' ? heardStaff(dependencies, begun) : undefined;
  }
};

export const startEscalationsOfTicket = (dependencies: Dependencies) =>
  on('startEscalationsOfTicket', asked, async (delivery) => startOn(dependencies, delivery));

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
