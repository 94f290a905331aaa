import fc from 'fast-check';
import { Lanes } from './lanes.ts';

/** Jobs that end when the test says so. */
const stage = ({ runningMax, heldMax }: { runningMax: number; heldMax: number }) => {
  const running: { job: string; end: (error?: Error) => void }[] = [];
  const lanes = new Lanes<string>({
    runningMax,
    heldMax,
    run: (job) =>
      new Promise((resolve, reject) => {
        running.push({ job, end: (error) => (error ? reject(error) : resolve()) });
      }),
  });
  const end = async (job: string, error?: Error) => {
    const index = running.findIndex((one) => one.job === job);
    running.splice(index, 1)[0]?.end(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { lanes, end, running: () => running.map(({ job }) => job) };
};

const isSettled = async (promise: Promise<void>): Promise<boolean> => {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

describe('lanes', () => {
  it('run jobs of several lanes at once, and of one lane one after the other', async () => {
    const { lanes, end, running } = stage({ runningMax: 8, heldMax: 8 });
    for (const job of ['a1', 'b1', 'a2', 'a3']) lanes.add(job.charAt(0), job);
    expect(running()).toEqual(['a1', 'b1']);
    await end('a1');
    expect(running()).toEqual(['b1', 'a2']);
  });

  it('run no more at once than they may', async () => {
    const { lanes, end, running } = stage({ runningMax: 2, heldMax: 8 });
    for (const job of ['a1', 'b1', 'c1']) lanes.add(job.charAt(0), job);
    expect(running()).toEqual(['a1', 'b1']);
    await end('b1');
    expect(running()).toEqual(['a1', 'c1']);
  });

  it('hold jobs up to a bound, and have room again at half of it', async () => {
    const { lanes, end } = stage({ runningMax: 4, heldMax: 4 });
    for (const job of ['a1', 'b1', 'c1']) lanes.add(job.charAt(0), job);
    expect(lanes.isFull).toBe(false);
    lanes.add('d', 'd1');
    expect(lanes.isFull).toBe(true);
    const room = lanes.room();
    await end('a1');
    expect(await isSettled(room)).toBe(false);
    await end('b1');
    await room;
  });

  it('stop at the first failure, but let what runs finish', async () => {
    const { lanes, end, running } = stage({ runningMax: 2, heldMax: 8 });
    for (const job of ['a1', 'b1', 'c1', 'a2']) lanes.add(job.charAt(0), job);
    const done = lanes.done();
    done.catch(() => undefined);
    await end('a1', new Error('gone'));
    expect(running()).toEqual(['b1']);
    expect(lanes.isFull).toBe(true);
    expect(await isSettled(done.catch(() => undefined))).toBe(false);
    await end('b1');
    await expect(done).rejects.toThrow('gone');
    expect(running()).toEqual([]);
    lanes.add('d', 'd1');
    expect(running()).toEqual([]);
  });

  it('keep the order of every lane, whatever the mixture and the pace', async () => {
    const mixture = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 3 })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(mixture, fc.integer({ min: 1, max: 5 }), async (jobs, runningMax) => {
        const ended: [string, number][] = [];
        const lanes = new Lanes<[string, number, number]>({
          runningMax,
          heldMax: 10,
          run: async ([lane, number, turns]) => {
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
            ended.push([lane, number]);
          },
        });
        for (const [number, [lane, turns]] of jobs.entries()) {
          lanes.add(lane, [lane, number, turns]);
          if (lanes.isFull) await lanes.room();
        }
        await lanes.done();
        expect(ended).toHaveLength(jobs.length);
        for (const lane of 'abcd') {
          const numbers = ended.filter(([name]) => name === lane).map(([, number]) => number);
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});
