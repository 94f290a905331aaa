import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { CannotGoOn } from '../cannot-go-on.ts';

const shippedFolder = resolve(import.meta.dirname, '../../mappings');
const ending = '.json';

const Kind = z.object({ kind: z.string() });

const jsonIn = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new CannotGoOn(`The mapping cannot be read: ${cause.message}`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CannotGoOn(`${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
};

const pathOf = (name: string): string => join(shippedFolder, `${name}${ending}`);

/** Reads a mapping; a wrong one is refused with every place that is wrong. */
export const readMapping = async <Schema extends z.ZodType>(
  schema: Schema,
  path: string,
): Promise<z.output<Schema>> => {
  const read = schema.safeParse(await jsonIn(path));
  if (read.success) return read.data;
  throw new CannotGoOn(`${path} is not a mapping of this kind:\n${z.prettifyError(read.error)}`);
};

/** The mappings that come with the project, by name. */
export const shippedNames = async (kind: string): Promise<string[]> => {
  const files = (await readdir(shippedFolder)).filter(
    (file) => file.endsWith(ending) && !file.endsWith(`.schema${ending}`),
  );
  const kinds = await Promise.all(files.map((file) => jsonIn(join(shippedFolder, file))));
  return files
    .filter((_, index) => Kind.safeParse(kinds[index]).data?.kind === kind)
    .map((file) => basename(file, ending))
    .toSorted();
};

interface Choice<Schema extends z.ZodType, Opened> {
  readonly schema: Schema;
  readonly kind: string;
  /** The name of a mapping that ships, or a path; without it, the one that fits. */
  readonly map: string | undefined;
  /** Opens what is to be imported; throws `CannotGoOn` where the mapping does not fit it. */
  readonly open: (mapping: z.output<Schema>) => Promise<Opened>;
}

export interface Chosen<Mapping, Opened> {
  readonly name: string;
  readonly mapping: Mapping;
  readonly opened: Opened;
}

const openedBy = async <Mapping, Opened>(
  mapping: Mapping,
  open: (mapping: Mapping) => Promise<Opened>,
): Promise<Opened | undefined> => {
  try {
    return await open(mapping);
  } catch (error) {
    if (error instanceof CannotGoOn) return undefined;
    throw error;
  }
};

const theOneThatFits = async <Schema extends z.ZodType, Opened>({
  schema,
  kind,
  open,
}: Choice<Schema, Opened>): Promise<Chosen<z.output<Schema>, Opened>> => {
  const names = await shippedNames(kind);
  for (const name of names) {
    const mapping = await readMapping(schema, pathOf(name));
    const opened = await openedBy(mapping, open);
    if (opened !== undefined) return { name, mapping, opened };
  }
  throw new CannotGoOn(
    `None of the mappings that ship (${names.join(', ')}) fits. Write one, and name it with --map; tools/import/README.md says how`,
  );
};

/** Which column means what: as told, or by the mapping that ships for just such files. */
export const chooseMapping = async <Schema extends z.ZodType, Opened>(
  choice: Choice<Schema, Opened>,
): Promise<Chosen<z.output<Schema>, Opened>> => {
  const { schema, kind, map, open } = choice;
  if (map === undefined) return theOneThatFits(choice);
  const isShipped = (await shippedNames(kind)).includes(map);
  const mapping = await readMapping(schema, isShipped ? pathOf(map) : map);
  return { name: basename(map, ending), mapping, opened: await open(mapping) };
};
