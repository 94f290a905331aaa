import type { PinnedLadder } from '@steward/contracts';
import type { DefinedCalendar } from '../calendar/calendar.ts';
import { pinHours, type Versioned } from '../calendar/pin-hours.ts';
import type { DefinedEscalationPolicy } from '../escalation-policy/escalation-policy.ts';

export interface Circumstances {
  readonly calendars: ReadonlyMap<string, Versioned<DefinedCalendar>>;
  /** Who answers for the account, as far as that is known. */
  readonly accountOwner?: string | undefined;
  readonly at: Date;
}

const hoursOf = (calendarId: string, { calendars, at }: Circumstances) => {
  const calendar = calendars.get(calendarId);
  if (!calendar)
    throw new Error(`A policy of escalation counts in ${calendarId}, which is not there`);
  return pinHours(calendar, at);
};

/** Writes down what one ladder goes by, so that no later revision of anything changes it. */
export const pinLadder = (
  { version: policyVersion, state: policy }: Versioned<DefinedEscalationPolicy>,
  circumstances: Circumstances,
): PinnedLadder => {
  const { policyId, calendarId, steps, recipients } = policy;
  const pinned = Object.entries(recipients).map(([role, { recipientId, calendarId: own }]) => {
    const known = role === 'account-owner' ? circumstances.accountOwner : undefined;
    return [role, { recipientId: recipientId ?? known, ...hoursOf(own, circumstances) }] as const;
  });
  return {
    ...{ policyId, policyVersion, ...hoursOf(calendarId, circumstances) },
    ...{ steps, recipients: Object.fromEntries(pinned) },
  };
};
