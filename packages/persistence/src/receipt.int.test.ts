import { GuardMoved, ReceiptMismatch, ReceiptPending } from './failures.ts';
import { because, countBy } from './fixtures/counter.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';

const request = (key: string, fingerprint = 'body') => because({ receipt: { key, fingerprint } });

describe('receipt', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  const countOf = async (id: string) => (await replicas.all[0].counters.read(id))?.state.count;

  it.each([
    { when: 'one after the other', isConcurrent: false },
    { when: 'in both replicas at once', isConcurrent: true },
  ])(
    'gives one effect and one answer to a request that comes twice, $when',
    async ({ isConcurrent }) => {
      const id = `twice-${isConcurrent}`;
      const asked = replicas.all.map(
        ({ counters }) =>
          () =>
            counters.change(id, countBy(5), request(id)),
      );
      const answers = isConcurrent
        ? await Promise.all(asked.map((ask) => ask()))
        : [await asked[0]?.(), await asked[1]?.()];
      const said = answers.map((answer) => ({ id: answer?.id, version: answer?.version }));
      expect(said).toEqual([
        { id, version: 1 },
        { id, version: 1 },
      ]);
      expect(answers.filter((answer) => answer?.isReplay)).toHaveLength(1);
      expect(await countOf(id)).toBe(5);
    },
  );

  it('is kept for what the request itself made impossible', async () => {
    const [{ counters }, other] = replicas.all;
    await counters.change('full', countBy(1, 1), request('full'));
    const again = await other.counters.change('full', countBy(1, 1), request('full'));
    expect(again).toEqual({ id: 'full', version: 1, isReplay: true });
  });

  it('is kept for a version that the request itself moved on', async () => {
    const [{ counters }] = replicas.all;
    await counters.change('moved', countBy(1), because());
    const conditional = because({ ifMatch: 1, receipt: { key: 'moved', fingerprint: 'body' } });
    await counters.change('moved', countBy(1), conditional);
    const again = await counters.change('moved', countBy(1), conditional);
    expect(again).toEqual({ id: 'moved', version: 2, isReplay: true });
  });

  it('names the first answer, whatever id the repeated request was given', async () => {
    const [{ counters }] = replicas.all;
    await counters.change('first-id', countBy(1), request('new-id'));
    const again = await counters.change('second-id', countBy(1), request('new-id'));
    expect(again).toEqual({ id: 'first-id', version: 1, isReplay: true });
    expect(await countOf('second-id')).toBeUndefined();
  });

  it('is not given to another request under the same key', async () => {
    const [{ counters }] = replicas.all;
    await counters.change('mismatch', countBy(1), request('mismatch'));
    const other = counters.change('mismatch', countBy(2), request('mismatch', 'another body'));
    await expect(other).rejects.toThrow(ReceiptMismatch);
    expect(await countOf('mismatch')).toBe(1);
  });

  it('is not there yet while the same request is under way', async () => {
    const [{ counters }] = replicas.all;
    const first = counters.change('pending', countBy(1), request('pending'));
    const second = counters.change('pending', countBy(1), request('pending'));
    await expect(second).rejects.toThrow(ReceiptPending);
    await first;
    expect(await countOf('pending')).toBe(1);
  });
});

describe('guard', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  const versionOf = async (guardId: string) =>
    (await replicas.all[0].database.collections.guards.findOne({ _id: guardId }))?.version;

  it('moves in the transaction of the effect, or the effect does not happen', async () => {
    const [{ counters }] = replicas.all;
    const step = { guardId: 'g-1', from: 0, to: 3 };
    await counters.change('guarded', countBy(1), because({ guard: { ...step } }));
    const again = counters.change('guarded', countBy(1), because({ guard: { ...step } }));
    await expect(again).rejects.toThrow(GuardMoved);
    expect((await counters.read('guarded'))?.version).toBe(1);
    expect(await versionOf('g-1')).toBe(3);
  });

  it('moves for one of two replicas that take the same step', async () => {
    const outcomes = await Promise.allSettled(
      replicas.all.map(({ counters }, index) =>
        counters.change(
          `zombie-${index}`,
          countBy(1),
          because({ guard: { guardId: 'g-2', from: 0, to: 1 } }),
        ),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const read = await Promise.all([0, 1].map((n) => replicas.all[0].counters.read(`zombie-${n}`)));
    expect(read.filter((state) => state !== undefined)).toHaveLength(1);
  });

  it('moves also when nothing was decided', async () => {
    const [{ counters }] = replicas.all;
    await counters.change('idle', () => [], because({ guard: { guardId: 'g-3', from: 0, to: 1 } }));
    expect(await versionOf('g-3')).toBe(1);
  });

  it('carries one change and no second', async () => {
    const [{ counters }] = replicas.all;
    const cause = because({ guard: { guardId: 'g-4', from: 0, to: 1 } });
    await counters.change('one', countBy(1), cause);
    await expect(counters.change('two', countBy(1), cause)).rejects.toThrow(
      'One event, one change',
    );
  });
});
