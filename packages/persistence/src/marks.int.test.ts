import { because, countBy } from './fixtures/counter.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import { publishedMarks } from './marks.ts';

describe('the marks of published rows', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  const pendingRow = async (key: string) => {
    const { counters, database } = replicas.all[0];
    await counters.change(key, countBy(1), because());
    const row = await database.collections.events.findOne({ key });
    if (!row) throw new Error(`${key} has no row`);
    return row;
  };

  it('are known until a read begins that sees them, for one that has begun may not', async () => {
    const { events } = replicas.all[0].database.collections;
    const row = await pendingRow('marked');
    const marks = publishedMarks(events);
    marks.beginRead();
    marks.add([row]);
    await marks.settled();
    expect(await events.countDocuments({ key: 'marked', pending: true })).toBe(0);
    expect(marks.has(row)).toBe(true);
    marks.beginRead();
    expect(marks.has(row)).toBe(false);
  });

  it('that could not be written are told before the next read, and their rows come again', async () => {
    const row = await pendingRow('unmarked');
    const [{ database }] = replicas.all;
    // A collection that takes no update: the pipeline of a view is all there is to it.
    const frozen = database.client.db(database.name).collection<typeof row>('frozen');
    await database.client
      .db(database.name)
      .createCollection('frozen', { viewOn: 'events', pipeline: [] });
    const marks = publishedMarks(frozen);
    marks.add([row]);
    await marks.settled();
    expect(marks.has(row)).toBe(true);
    expect(() => marks.beginRead()).toThrow('frozen');
    expect(marks.has(row)).toBe(false);
    marks.beginRead();
  });
});
