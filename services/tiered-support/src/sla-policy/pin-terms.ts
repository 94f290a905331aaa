import type { Hours, PinnedTerms } from '@steward/contracts';
import type { DefinedCalendar } from '../calendar/calendar.ts';
import type { DefinedPolicy } from './sla-policy.ts';

const dayMs = 86_400_000;
/** Holidays that come later than this are not taken along; no promise is that far off. */
const daysAhead = 800;

/** What has been leaves no trace in what comes after it. */
export const aheadOf = ({ holidays, ...hours }: Hours, at: Date): Hours => {
  const from = at.getTime() - 2 * dayMs;
  const to = at.getTime() + daysAhead * dayMs;
  const isAhead = (date: string) => Date.parse(date) >= from && Date.parse(date) <= to;
  return { ...hours, holidays: holidays.filter(({ date }) => isAhead(date)) };
};

interface At<State> {
  readonly version: number;
  readonly state: State;
}

/** Writes down what a ticket is promised, so that no later revision of anything changes it. */
export const pinTerms = (
  { version: policyVersion, state: policy }: At<DefinedPolicy>,
  { version: calendarVersion, state: calendar }: At<DefinedCalendar>,
  at: Date,
): PinnedTerms => ({
  ...policy.terms,
  policyId: policy.policyId,
  policyVersion,
  calendarId: calendar.calendarId,
  calendarVersion,
  hours: aheadOf(calendar.hours, at),
});
