import { CannotGoOn } from '../cannot-go-on.ts';

/** Where each column of a file stands. */
export interface Columns {
  readonly file: string;
  readonly header: readonly string[];
}

/** A mapping for another file is found out before the first row is sent. */
export const indexOf = ({ file, header }: Columns, column: string): number => {
  const index = header.indexOf(column);
  if (index >= 0) return index;
  throw new CannotGoOn(
    `The mapping names the column "${column}", which ${file} does not have. It has: ${header.join(', ')}`,
  );
};
