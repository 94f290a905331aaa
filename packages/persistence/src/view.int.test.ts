import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import type { View } from './view.ts';

interface Entry {
  readonly moment: string;
}

describe('view', () => {
  let replicas: Replicas;
  let entries: View<Entry>;

  beforeAll(async () => {
    replicas = await startReplicas();
    const [{ database }] = replicas.all;
    entries = database.view<Entry>('entries');
    // Nine rows at three moments, so that a page ends among equal values.
    const rows = Array.from({ length: 9 }, (_, index) => ({
      _id: `entry-${(index * 5) % 9}`,
      moment: `noon-${index % 3}`,
    }));
    await database.collection<Entry & { _id: string }>('view.entries').insertMany(rows);
  });
  afterAll(() => replicas.end());

  const pages = async (limit: number, direction: 1 | -1): Promise<string[]> => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const order = { by: 'moment', direction };
      const page = await entries.list({}, { limit, cursor }, order);
      seen.push(...page.items.map(({ moment, _id }) => `${moment} ${_id}`));
      cursor = page.next;
    } while (cursor !== undefined && seen.length <= 9);
    return seen;
  };

  it.each([
    { direction: 1, limit: 2 },
    { direction: 1, limit: 4 },
    { direction: -1, limit: 2 },
    { direction: -1, limit: 4 },
  ] as const)(
    'pages through equal values, $limit at a time in direction $direction, each row once',
    async ({ direction, limit }) => {
      const all = await pages(9, direction);
      expect(new Set(all).size).toBe(9);
      expect(all).toEqual(direction === 1 ? [...all].sort() : [...all].sort().reverse());
      expect(await pages(limit, direction)).toEqual(all);
    },
  );

  it('reads the generation that serves, once it has heard of it', async () => {
    const [{ database }, { database: other }] = replicas.all;
    const generation = await database.generations.begin('entries');
    expect(await other.generations.begin('entries')).toBe(generation);
    await database
      .collection<Entry & { _id: string }>(`view.entries.${generation}`)
      .insertOne({ _id: 'new', moment: 'noon' });
    expect(await database.generations.serve('entries', generation, 'building')).toBe(true);
    // A builder that comes too late changes nothing, and one that built the same is content.
    expect(await other.generations.serve('entries', generation, 'building')).toBe(true);
    expect(await other.generations.serve('entries', 7, 'building')).toBe(false);

    const views = [entries, other.view<Entry>('entries')];
    expect(await Promise.all(views.map((view) => view.count({})))).toEqual([9, 9]);
    await database.generations.refresh();
    expect(await Promise.all(views.map((view) => view.count({})))).toEqual([1, 9]);
    await other.generations.refresh();
    expect(await Promise.all(views.map((view) => view.count({})))).toEqual([1, 1]);
    expect(await database.generations.read('entries')).toMatchObject({
      serving: generation,
      previous: 1,
      last: generation,
    });
  });
});
