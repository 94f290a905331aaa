import { z } from 'zod';
import { BadRow } from './bad-row.ts';
import type { Columns } from './columns.ts';
import { type Reader, Template, verbatim } from './template.ts';

/** What each text of a file stands for. A text that is not in the table is reported, never guessed. */
export interface Lookup<Value> {
  readonly of: string;
  readonly table: Readonly<Record<string, Value>>;
}

export const lookup = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ of: Template, table: z.record(z.string(), value) });

/** One value for every row, or one by a table. */
export const choice = <Words extends Readonly<Record<string, string>>>(value: z.ZodEnum<Words>) =>
  z.union([value, lookup(value)], {
    error: `Must be one of ${value.options.join(', ')}, or a table "of" columns whose values are such words`,
  });

export const byTable = <Value>(
  { of, table }: Lookup<Value>,
  columns: Columns,
  what: string,
): Reader<Value> => {
  const read = verbatim(of, columns);
  const values = new Map(Object.entries(table));
  return (fields) => {
    const text = read(fields);
    const value = values.get(text);
    if (value === undefined) throw new BadRow(`The mapping has no ${what} for "${text}"`);
    return value;
  };
};

const isLookup = <Value>(value: Value | Lookup<Value>): value is Lookup<Value> =>
  typeof value === 'object' && value !== null && 'table' in value;

export const byChoice = <Value extends string>(
  value: NoInfer<Value> | Lookup<Value>,
  columns: Columns,
  what: string,
): Reader<Value> => (isLookup(value) ? byTable(value, columns, what) : () => value);
