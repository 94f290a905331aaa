import { exists } from '@steward/domain';
import type { Read } from '@steward/persistence';
import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import type { DefinedEscalationPolicy } from './escalation-policy/escalation-policy.ts';
import { idOf } from './id-of.ts';
import { lookAtSilence, unwatchSilence, watchSilence } from './silence/watch-silence.ts';
import { isFor, policiesFor } from './start-escalations.ts';
import { isOpen, type RaisedTicket } from './ticket/ticket.ts';

/** What there is to be looked after in one ticket by one policy; nothing where the policy bears any silence. */
const watchOf = async (
  { calendars }: Dependencies,
  ticket: RaisedTicket,
  { id: policyId, state: { trigger, calendarId } }: Read<DefinedEscalationPolicy>,
  at: Date,
) => {
  if (trigger.kind !== 'silence') return undefined;
  const { ticketId, silentSince } = ticket;
  const calendar = await calendars.read(calendarId);
  if (!exists(calendar))
    throw new Error(`The policy of escalation ${policyId} counts in ${calendarId}, not there`);
  const silenceId = idOf(ticketId, policyId, 'silence');
  const { hours } = calendar.state;
  const { minutes } = trigger;
  return { silenceId, ticketId, policyId, silentSince, minutes, hours, at };
};

/** The steps that begin to look after the silence in a ticket. */
export const watchSteps = async (dependencies: Dependencies, ticket: RaisedTicket, at: Date) => {
  const policies = await policiesFor(dependencies, ticket);
  const watches = await Promise.all(
    policies.map((policy) => watchOf(dependencies, ticket, policy, at)),
  );
  return watches
    .filter((watch) => watch !== undefined)
    .map((watch) =>
      dependencies.silences.step(watch.silenceId, (silence) => watchSilence(silence, watch)),
    );
};

/** Looks whether a customer has gone without a word of staff for too long. */
export const noticeSilences = (dependencies: Dependencies): Timer => ({
  name: 'noticeSilences',
  due: (by, limit) => dependencies.silences.due('nextLookAt', by, limit),
  ring: async (silenceId, because) => {
    const { silences, tickets, escalationPolicies } = dependencies;
    const { at } = because;
    const read = await silences.read(silenceId);
    if (!exists(read)) return undefined;
    const { ticketId, policyId } = read.state;
    const [ticket, policy] = await Promise.all([
      tickets.read(ticketId),
      escalationPolicies.read(policyId),
    ]);
    const isLeft =
      exists(ticket) && isOpen(ticket.state) && exists(policy) && isFor(policy.state, ticket.state);
    const watch = isLeft ? await watchOf(dependencies, ticket.state, policy, at) : undefined;
    const unwatched = { silenceId, ticketId, policyId, at };
    return silences.change(
      silenceId,
      (silence) => (watch ? lookAtSilence(silence, watch) : unwatchSilence(silence, unwatched)),
      because,
    );
  },
});
