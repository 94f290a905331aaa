import { setImmediate as nextTurn } from 'node:timers/promises';
import { startStack } from '@steward/local';
import { type Database, openDatabase } from './database.ts';
import { type EndingProxy, endingProxy } from './fixtures/ending-proxy.ts';

/** The server is given up after a second without a word of it. */
const impatient = 'directConnection=true&connectTimeoutMS=1000&heartbeatFrequencyMS=500';

describe('a connection to MongoDB that ends', () => {
  let proxy: EndingProxy;
  let database: Database;

  beforeAll(async () => {
    const { mongodbUrl } = await startStack({ name: 'test' });
    const { hostname, port } = new URL(mongodbUrl);
    proxy = await endingProxy({ host: hostname, port: Number(port) });
    database = await openDatabase({
      url: `mongodb://127.0.0.1:${proxy.port}/?${impatient}`,
      name: `mended-driver-${process.pid}`,
    });
  }, 60_000);
  afterAll(async () => {
    await database.client.db(database.name).dropDatabase();
    await database.close();
    proxy.close();
  });

  it('keeps no read waiting that was begun while it ended', async () => {
    for (let round = 0; round < 10; round += 1) {
      await database.ping();
      const reads: Promise<unknown>[] = [];
      proxy.end();
      for (let turn = 0; turn < 200; turn += 1) {
        await nextTurn();
        reads.push(database.collection('any').findOne());
      }
      expect(await Promise.all(reads)).toEqual(reads.map(() => null));
    }
  }, 30_000);

  it('keeps no long write waiting that was half sent when the server was given up', async () => {
    const long = { text: 'x'.repeat(12_000_000) };
    proxy.halt();
    const writing = database.collection('long').insertOne(long);
    const cleared = new Promise((resolve) =>
      database.client.once('connectionPoolCleared', resolve),
    );
    await cleared;
    proxy.resume();
    await expect(writing).resolves.toMatchObject({ acknowledged: true });
  }, 30_000);
});
