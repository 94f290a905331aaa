import { edge } from './edge/edge.ts';
import { machine, runBenchmark, tableOf } from './harness/index.ts';

const tiny = {
  ...edge,
  contenders: edge.contenders.filter(({ name }) => ['steward', 'node:http'].includes(name)),
};

describe('a benchmark', () => {
  it('measures ours beside a baseline, in processes of their own', async () => {
    const told: string[] = [];
    const setting = { isQuick: true, tell: (line: string) => void told.push(line) };
    const outcome = await runBenchmark(tiny, setting, 1);

    expect(outcome.notMeasured).toEqual({});
    for (const name of ['steward', 'node:http']) {
      const [sample] = outcome.samples[name] ?? [];
      expect(sample?.units).toBeGreaterThan(0);
      expect(sample?.cpuSeconds.itself).toBeGreaterThan(0);
    }
    // Fastify was not asked, so nothing is claimed of it.
    expect(outcome.comparisons.map(({ verdict }) => verdict)).toContain('not measured');
    expect(told).toHaveLength(2);
    expect(tableOf(outcome)).toContain('steward : node:http');
    expect(machine().node).toBe(process.version);
  });

  it('says of a contender that does other work that it failed', async () => {
    const contenders = tiny.contenders.flatMap((contender) =>
      contender.kind === 'server' && contender.name === 'steward'
        ? [{ ...contender, load: { ...contender.load, expects: { status: 200, body: 'other' } } }]
        : [],
    );
    const setting = { isQuick: true, tell: () => undefined };
    const outcome = await runBenchmark({ ...tiny, contenders }, setting, 1);
    expect(outcome.hasFailed).toBe(true);
    expect(outcome.notMeasured.steward).toContain('It answered 200');
    expect(outcome.samples).toEqual({});
  });
});
