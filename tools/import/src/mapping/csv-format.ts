import { z } from 'zod';

/** How a file is written, where it is not in the usual way. */
export const CsvFormat = z
  .strictObject({
    delimiter: z.string().min(1).max(4).default(','),
    encoding: z.enum(['utf8', 'latin1']).default('utf8'),
  })
  .prefault({});
export type CsvFormat = z.output<typeof CsvFormat>;
