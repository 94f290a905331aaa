import type { PinnedTerms } from '@steward/contracts';
import type { DefinedCalendar } from '../calendar/calendar.ts';
import { pinHours, type Versioned } from '../calendar/pin-hours.ts';
import type { DefinedPolicy } from './sla-policy.ts';

/** Writes down what a ticket is promised, so that no later revision of anything changes it. */
export const pinTerms = (
  { version: policyVersion, state: { policyId, terms } }: Versioned<DefinedPolicy>,
  calendar: Versioned<DefinedCalendar>,
  at: Date,
): PinnedTerms => ({ ...terms, policyId, policyVersion, ...pinHours(calendar, at) });
