import type { EscalationCause } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Read } from '@steward/persistence';
import type { Dependencies } from './dependencies.ts';
import { causeKey } from './escalation/cause-of.ts';
import { pinLadder } from './escalation/pin-ladder.ts';
import { startEscalation } from './escalation/start-escalation.ts';
import {
  calendarsOf,
  type DefinedEscalationPolicy,
} from './escalation-policy/escalation-policy.ts';
import { everyItem } from './every-item.ts';
import { idOf } from './id-of.ts';
import { matches } from './sla-policy/choose-policy.ts';
import type { RaisedTicket } from './ticket/ticket.ts';

export const isFor = ({ status, match }: DefinedEscalationPolicy, ticket: RaisedTicket): boolean =>
  status === 'enabled' && (match === 'all' || matches(match, ticket));

/** The enabled policies that are for a ticket. */
export const policiesFor = async (
  { escalationPolicies }: Dependencies,
  ticket: RaisedTicket,
): Promise<Read<DefinedEscalationPolicy>[]> => {
  const policies = await everyItem((request) =>
    escalationPolicies.list({ status: 'enabled' }, request),
  );
  return policies.filter(exists).filter(({ state }) => isFor(state, ticket));
};

interface LadderOf {
  readonly ticket: RaisedTicket;
  readonly at: Date;
}

/** The step that begins one ladder of a ticket; one that has begun already is left alone. */
const startStep = async (
  { escalations, calendars, customers }: Dependencies,
  policy: Read<DefinedEscalationPolicy>,
  { ticket, at, cause }: LadderOf & { readonly cause: EscalationCause },
) => {
  const { ticketId, accountId } = ticket;
  const found = await Promise.all(
    [...calendarsOf(policy.state)].map((calendarId) => calendars.read(calendarId)),
  );
  const known = new Map(found.filter(exists).map((calendar) => [calendar.id, calendar]));
  const accountOwner = (await customers.get(accountId))?.ownerId;
  const ladder = pinLadder(policy, { calendars: known, accountOwner, at });
  const escalationId = idOf(ticketId, policy.id, ...causeKey(cause));
  const command = { escalationId, ticketId, accountId, cause, ladder, at };
  return escalations.step(escalationId, (escalation) => startEscalation(escalation, command));
};

/** The steps that begin the ladder of every policy for which there is a cause. */
export const startSteps = async (
  dependencies: Dependencies,
  ladder: LadderOf,
  causeFor: (policy: DefinedEscalationPolicy) => EscalationCause | undefined,
) => {
  const policies = await policiesFor(dependencies, ladder.ticket);
  const setOff = policies.flatMap((policy) => {
    const cause = causeFor(policy.state);
    return cause ? [startStep(dependencies, policy, { ...ladder, cause })] : [];
  });
  return Promise.all(setOff);
};
