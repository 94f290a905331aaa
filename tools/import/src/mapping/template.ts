import { z } from 'zod';
import { BadRow } from './bad-row.ts';
import { type Columns, indexOf } from './columns.ts';
import { slug } from './slug.ts';

const piece = /\{([^{}|?]+)(\|slug)?(\?)?\}/g;

/**
 * Text with columns in braces: `acme-{Case No}`. `{Customer|slug}` makes a name fit for an id, and
 * `{Site?}` may be empty; any other column must have a value.
 */
export const Template = z
  .string()
  .min(1)
  .refine((text) => !/[{}]/.test(text.replace(piece, '')), {
    message: 'Columns stand in braces, as {column}, {column|slug} or {column?}',
  })
  .describe('Text with columns in braces: {column}, {column|slug}, {column?}');

/** Makes something of the fields of one row. */
export type Reader<Value> = (fields: readonly string[]) => Value;

interface Part {
  readonly text: string;
  readonly column: string;
  readonly index: number;
  readonly isSlug: boolean;
  readonly mayBeEmpty: boolean;
}

const partsOf = (template: string, columns: Columns) => {
  const parts: Part[] = [];
  let end = 0;
  for (const match of template.matchAll(piece)) {
    const column = match[1] ?? '';
    parts.push({
      text: template.slice(end, match.index),
      column,
      index: indexOf(columns, column),
      isSlug: match[2] !== undefined,
      mayBeEmpty: match[3] !== undefined,
    });
    end = match.index + match[0].length;
  }
  return { parts, tail: template.slice(end) };
};

type OnEmpty = 'refuse' | 'leave-out' | 'keep';

const reader = (template: string, columns: Columns, onEmpty: OnEmpty) => {
  const { parts, tail } = partsOf(template, columns);
  return (fields: readonly string[]): string | undefined => {
    let text = '';
    for (const part of parts) {
      const value = (fields[part.index] ?? '').trim();
      if (value === '' && !part.mayBeEmpty && onEmpty !== 'keep') {
        if (onEmpty === 'leave-out') return undefined;
        throw new BadRow(`The column "${part.column}" is empty`);
      }
      text += part.text + (part.isSlug ? slug(value) : value);
    }
    return text + tail;
  };
};

/** The text of a row; a row without a column that it needs is a bad one. */
export const required = (template: string, columns: Columns): Reader<string> => {
  const read = reader(template, columns, 'refuse');
  return (fields) => read(fields) ?? '';
};

/** The text of a row, or nothing where a column that it needs is empty. */
export const optional = (
  template: string | undefined,
  columns: Columns,
): Reader<string | undefined> => {
  if (template === undefined) return () => undefined;
  const read = reader(template, columns, 'leave-out');
  return (fields) => read(fields) || undefined;
};

/** The text of a row as it stands, empty columns included; what tables are looked up by. */
export const verbatim = (template: string, columns: Columns): Reader<string> => {
  const read = reader(template, columns, 'keep');
  return (fields) => read(fields) ?? '';
};
