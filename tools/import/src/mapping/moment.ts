import { Instant } from '@steward/contracts';
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { BadRow } from './bad-row.ts';
import type { Columns } from './columns.ts';
import { optional, type Reader, required, Template } from './template.ts';

/** How a file writes a time. */
export const Moment = z.strictObject({
  of: Template,
  format: z
    .string()
    .min(1)
    .default('iso')
    .describe('"iso", or tokens of Luxon: dd-MM-yy, dd.MM.yyyy HH:mm:ss'),
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), {
      message: 'Must be a time zone: Europe/Stockholm',
    })
    .default('UTC')
    .describe('The time zone of times that do not name their offset'),
});
export type Moment = z.output<typeof Moment>;

const isInstant = (text: string): boolean =>
  Instant.safeParse(text).success && !Number.isNaN(Date.parse(text));

const parse = (text: string, { format, zone }: Moment): string => {
  // A time that says its own offset is taken as it stands, and fast.
  if (format === 'iso' && isInstant(text)) return text;
  const time =
    format === 'iso'
      ? DateTime.fromISO(text, { zone })
      : DateTime.fromFormat(text, format, { zone, locale: 'en' });
  const moment = time.toUTC().toISO();
  if (moment === null) throw new BadRow(`"${text}" is not a time of the form ${format}`);
  return moment;
};

export const requiredMoment = (moment: Moment, columns: Columns): Reader<string> => {
  const read = required(moment.of, columns);
  return (fields) => parse(read(fields), moment);
};

export const optionalMoment = (moment: Moment, columns: Columns): Reader<string | undefined> => {
  const read = optional(moment.of, columns);
  return (fields) => {
    const text = read(fields);
    return text === undefined ? undefined : parse(text, moment);
  };
};
