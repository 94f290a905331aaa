import { BatchWorker } from './batch-worker.ts';

/** A worker whose batches end when the test says so. */
const gated = (bytesOf: (item: number) => number = () => 1) => {
  const batches: { items: readonly number[]; end: () => void; fail: () => void }[] = [];
  const done: number[] = [];
  const stopping = new AbortController();
  const worker = new BatchWorker<number>({
    takeIn: (items) =>
      new Promise((resolve, reject) => {
        batches.push({ items, end: resolve, fail: () => reject(new Error('away')) });
      }),
    onDone: (items) => done.push(...items),
    onShorter: () => undefined,
    bytesOf,
    log: () => undefined,
    signal: stopping.signal,
  });
  return { worker, batches, done, stop: () => stopping.abort() };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('batch worker', () => {
  it('takes in one batch at a time, in order, and tells of each when it is through', async () => {
    const { worker, batches, done } = gated();
    worker.add(upTo(4_200));
    await turn();
    expect(batches.map(({ items }) => items.length)).toEqual([4_000]);
    expect(done).toEqual([]);
    batches[0]?.end();
    await turn();
    expect(done).toEqual(upTo(4_000));
    batches[1]?.end();
    await worker.idle();
    expect(done).toEqual(upTo(4_200));
  });

  it('makes batches of large items smaller, and takes one that is larger than a batch alone', async () => {
    const megabyte = 1024 * 1024;
    const { worker, batches } = gated((item) => (item === 4 ? 9 * megabyte : 1.5 * megabyte));
    worker.add(upTo(5));
    for (let index = 0; index < 4; index += 1) {
      await turn();
      batches[index]?.end();
    }
    await worker.idle();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2], [3], [4], [5]]);
    expect([worker.length, worker.bytes]).toEqual([0, 0]);
  });

  it('tries a batch until it is through', async () => {
    const { worker, batches, done } = gated();
    worker.add([1, 2]);
    await turn();
    batches[0]?.fail();
    while (batches.length < 2) await turn();
    expect(done).toEqual([]);
    batches[1]?.end();
    await worker.idle();
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(done).toEqual([1, 2]);
  });

  it('drops what is not wanted any more, and keeps the rest in its order', async () => {
    const { worker, batches } = gated();
    worker.add([1]);
    await turn();
    worker.add([2, 3, 4, 5]);
    worker.keepOnly((item) => item % 2 === 1);
    expect([worker.length, worker.bytes]).toEqual([2, 2]);
    batches[0]?.end();
    await turn();
    batches[1]?.end();
    await worker.idle();
    expect(batches.map(({ items }) => items)).toEqual([[1], [3, 5]]);
  });

  it('begins no other batch once it is to stop, and does not tell of one that failed', async () => {
    const { worker, batches, done, stop } = gated();
    worker.add(upTo(4_200));
    await turn();
    stop();
    batches[0]?.fail();
    await worker.idle();
    expect(batches).toHaveLength(1);
    expect(done).toEqual([]);
  });
});
