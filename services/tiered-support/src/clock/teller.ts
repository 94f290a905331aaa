import { refusals } from '@steward/domain';
import { DateTime, IANAZone } from 'luxon';

export const refuse = refusals({ 'clock-zone-unknown': 'invalid' });

/** How a moment is told: ISO 8601 by the clock on the wall of the zone, with its offset. */
export const teller = (zone = 'UTC'): ((ms: number) => string) => {
  if (!IANAZone.isValidZone(zone))
    throw refuse('clock-zone-unknown', `There is no time zone ${zone}`);
  return (ms) => DateTime.fromMillis(ms, { zone }).toISO() ?? '';
};
