import type { PinnedLadder } from '@steward/contracts';
import type { DefinedCalendar } from '../calendar/calendar.ts';
import type { DefinedEscalationPolicy } from '../escalation-policy/escalation-policy.ts';
import { aheadOf } from '../sla-policy/pin-terms.ts';

interface At<State> {
  readonly version: number;
  readonly state: State;
}

export interface Circumstances {
  readonly calendars: ReadonlyMap<string, At<DefinedCalendar>>;
  /** Who answers for the account, as far as that is known. */
  readonly accountOwner?: string | undefined;
  readonly at: Date;
}

const pinHours = (calendarId: string, { calendars, at }: Circumstances) => {
  const calendar = calendars.get(calendarId);
  if (!calendar)
    throw new Error(`A policy of escalation counts in ${calendarId}, which is not there`);
  const hours = aheadOf(calendar.state.hours, at);
  return { calendarId, calendarVersion: calendar.version, hours };
};

/** Writes down what one ladder goes by, so that no later revision of anything changes it. */
export const pinLadder = (
  { version: policyVersion, state: policy }: At<DefinedEscalationPolicy>,
  circumstances: Circumstances,
): PinnedLadder => {
  const { policyId, calendarId, steps, recipients } = policy;
  const pinned = Object.entries(recipients).map(([role, { recipientId, calendarId: own }]) => {
    const known = role === 'account-owner' ? circumstances.accountOwner : undefined;
    return [role, { recipientId: recipientId ?? known, ...pinHours(own, circumstances) }] as const;
  });
  return {
    ...{ policyId, policyVersion, ...pinHours(calendarId, circumstances) },
    ...{ steps, recipients: Object.fromEntries(pinned) },
  };
};
