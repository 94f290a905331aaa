import type { Database } from '@steward/persistence';

/** Which facts an entry asks for, and since when it does. */
interface AskedRow {
  readonly _id: string;
  readonly asked: readonly { readonly wire: string; readonly since: Date }[];
}

const always = new Date(0);

const askedRows = (database: Database) => database.collection<AskedRow>('asked');

/**
 * Remembers what an entry asks for, and answers since when: always, for what it asked for when it was first
 * started. What it has begun to ask for later it may have passed over before, so nobody waits for that to come.
 */
export const askedSince = async (
  database: Database,
  consumer: string,
  wires: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  const rows = askedRows(database);
  const remembered = async () => {
    const row = await rows.findOne({ _id: consumer });
    const asked = row?.asked.filter(({ wire }) => wires.includes(wire)) ?? [];
    return new Map(asked.map(({ wire, since }) => [wire, since]));
  };
  const known = await remembered();
  if (known.size === wires.length) return known;

  const first = wires.map((wire) => ({ wire, since: always }));
  await rows.updateOne({ _id: consumer }, { $setOnInsert: { asked: first } }, { upsert: true });
  const now = new Date();
  for (const wire of wires)
    await rows.updateOne(
      { _id: consumer, 'asked.wire': { $ne: wire } },
      { $push: { asked: { wire, since: now } } },
    );
  return remembered();
};

/** For an entry whose guards are gone as well: what comes under its name next begins anew. */
export const forgetAsked = async (database: Database, consumer: string): Promise<void> => {
  await askedRows(database).deleteOne({ _id: consumer });
};
