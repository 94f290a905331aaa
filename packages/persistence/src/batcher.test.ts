import { Batcher, type BatcherOptions } from './batcher.ts';

/** A batcher whose flushes end when the test says so. */
const gated = (options: Partial<Omit<BatcherOptions<number, number>, 'flush'>> = {}) => {
  const flushes: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const batcher = new Batcher<number, number>({
    itemsMax: 3,
    inFlightMax: 1,
    ...options,
    flush: (items) =>
      new Promise((resolve, reject) => {
        flushes.push({ items, end: () => resolve(items.map((item) => item * 10)), fail: reject });
      }),
  });
  return { batcher, flushes };
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('batcher', () => {
  it('sends what one turn of the event loop brings together', async () => {
    const { batcher, flushes } = gated();
    const results = Promise.all([batcher.add(1), batcher.add(2)]);
    await turn();
    expect(flushes.map(({ items }) => items)).toEqual([[1, 2]]);
    flushes[0]?.end();
    await expect(results).resolves.toEqual([10, 20]);
  });

  it('sends another batch beside one only where enough wait for it', async () => {
    const { batcher, flushes } = gated({ inFlightMax: 2, besideMin: 2 });
    void batcher.add(1);
    await turn();
    void batcher.add(2);
    await turn();
    expect(flushes.map(({ items }) => items)).toEqual([[1]]);
    void batcher.add(3);
    await turn();
    expect(flushes.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    void batcher.add(4);
    await turn();
    flushes[0]?.end();
    await turn();
    expect(flushes).toHaveLength(2);
    flushes[1]?.end();
    await turn();
    await turn();
    expect(flushes.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
  });

  it('collects while a batch is under way, and sends no more than a batch holds', async () => {
    const { batcher, flushes } = gated();
    void batcher.add(1);
    await turn();
    const rest = Promise.all([2, 3, 4, 5].map((item) => batcher.add(item)));
    await turn();
    expect(flushes).toHaveLength(1);
    expect(batcher.waiting).toBe(4);
    for (let index = 0; index < 3; index += 1) {
      flushes[index]?.end();
      await turn();
      await turn();
    }
    expect(flushes.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
    await expect(rest).resolves.toEqual([20, 30, 40, 50]);
  });

  it('has as many batches under way as it may', async () => {
    const { batcher, flushes } = gated({ itemsMax: 1, inFlightMax: 2 });
    for (const item of [1, 2, 3]) void batcher.add(item);
    await turn();
    await turn();
    expect(flushes.map(({ items }) => items)).toEqual([[1], [2]]);
  });

  it('tells every caller of a batch that failed, and goes on with the next', async () => {
    const { batcher, flushes } = gated();
    const failed = Promise.allSettled([batcher.add(1), batcher.add(2)]);
    await turn();
    flushes[0]?.fail(new Error('away'));
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = batcher.add(3);
    await turn();
    flushes[1]?.end();
    await expect(next).resolves.toBe(30);
  });
});
