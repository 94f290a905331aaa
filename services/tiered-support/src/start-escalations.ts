import type { EscalationCause } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Read } from '@steward/persistence';
import type { DefinedCalendar } from './calendar/calendar.ts';
import type { Dependencies } from './dependencies.ts';
import { causeKey, causeOf, type Occasion } from './escalation/cause-of.ts';
import { pinLadder } from './escalation/pin-ladder.ts';
import { startEscalation } from './escalation/start-escalation.ts';
import { idOf } from './escalation-id.ts';
import {
  calendarsOf,
  type DefinedEscalationPolicy,
} from './escalation-policy/escalation-policy.ts';
import { matches } from './sla-policy/choose-policy.ts';
import type { RaisedTicket } from './ticket/ticket.ts';

/** Far more policies than anybody could keep apart. */
const policiesMax = 1_000;

export const isFor = ({ status, match }: DefinedEscalationPolicy, ticket: RaisedTicket): boolean =>
  status === 'enabled' && (match === 'all' || matches(match, ticket));

/** The enabled policies that are for a ticket. */
export const policiesFor = async (
  { escalationPolicies }: Dependencies,
  ticket: RaisedTicket,
): Promise<Read<DefinedEscalationPolicy>[]> => {
  const request = { limit: policiesMax };
  const { items } = await escalationPolicies.list({ status: 'enabled' }, request);
  return items.filter(exists).filter(({ state }) => isFor(state, ticket));
};

interface LadderOf {
  readonly ticket: RaisedTicket;
  readonly policy: Read<DefinedEscalationPolicy>;
  readonly cause: EscalationCause;
  readonly at: Date;
}

/** The step that begins one ladder of a ticket; one that has begun already is left alone. */
export const startStep = async (
  { escalations, calendars, customers }: Dependencies,
  { ticket, policy, cause, at }: LadderOf,
) => {
  const { ticketId, accountId } = ticket;
  const found = await Promise.all(
    [...calendarsOf(policy.state)].map((calendarId) => calendars.read(calendarId)),
  );
  const known = new Map<string, Read<DefinedCalendar>>(
    found.filter(exists).map((calendar) => [calendar.id, calendar]),
  );
  const accountOwner = (await customers.get(accountId))?.ownerId;
  const ladder = pinLadder(policy, { calendars: known, accountOwner, at });
  const escalationId = idOf(ticketId, policy.id, ...causeKey(cause));
  const command = { escalationId, ticketId, accountId, cause, ladder, at };
  return escalations.step(escalationId, (escalation) => startEscalation(escalation, command));
};

/** The steps that begin every ladder that an occasion sets off. */
export const startSteps = async (
  dependencies: Dependencies,
  { ticket, occasion, at }: { ticket: RaisedTicket; occasion: Occasion; at: Date },
) => {
  const policies = await policiesFor(dependencies, ticket);
  const setOff = policies.flatMap((policy) => {
    const cause = causeOf(policy.state.trigger, occasion);
    return cause ? [startStep(dependencies, { ticket, policy, cause, at })] : [];
  });
  return Promise.all(setOff);
};
