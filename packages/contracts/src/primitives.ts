import { z } from 'zod';

/** A name for one thing, chosen by us (UUIDv7) or brought by the caller from a system of theirs. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/);

/** A moment in UTC or with an offset, ISO 8601: `2026-03-02T12:00:00.000Z`. */
export const Instant = z.iso.datetime({ offset: true });

/** Exact money: an integer of the currency's minor unit (cents), never a float. */
export const Money = z.object({
  amountMinor: z.int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.output<typeof Money>;

export const Name = z.string().regex(/\S/).max(200);
export const Text = z.string().max(10_000);
