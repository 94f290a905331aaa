import type { DataOf, Line, TicketEvent } from '@steward/contracts';

export type Held = DataOf<TicketEvent, 'TicketHandedOver'>['held'];
export type SecondsByLine = Readonly<Record<Line, number>>;

export const nothingHeld: SecondsByLine = { first: 0, second: 0, third: 0, unclear: 0 };

export const secondsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 1_000;

/** Adds the time of one desk to its line. Times are whole milliseconds, so sums are brought back to them. */
export const charge = (seconds: SecondsByLine, held: Pick<Held, 'line' | 'seconds'>) => ({
  ...seconds,
  [held.line]: Math.round((seconds[held.line] + held.seconds) * 1_000) / 1_000,
});
