import { metrics, metricsText } from './metrics.ts';

const seriesOf = async (name: string): Promise<string[]> =>
  (await metricsText()).split('\n').filter((line) => line.startsWith(name));

describe('metrics', () => {
  it('count per service and set of attributes', async () => {
    const count = metrics('account').counter('commands_total', 'Commands', { outcome: 'done' });
    const again = metrics('account').counter('commands_total', 'Commands', { outcome: 'done' });
    const other = metrics('opportunity').counter('commands_total', 'Commands', { outcome: 'done' });
    count();
    count(2);
    again();
    other();
    expect(await seriesOf('commands_total')).toEqual([
      'commands_total{outcome="done",service="account"} 4',
      'commands_total{outcome="done",service="opportunity"} 1',
    ]);
  });

  it('show a counter that has counted nothing yet, so that its rise can be seen', async () => {
    metrics('account').counter('parked_total', 'Parked messages');
    expect(await seriesOf('parked_total')).toEqual(['parked_total{service="account"} 0']);
  });

  it('sort what is observed into buckets', async () => {
    const observe = metrics('account').histogram('size_bytes', 'Sizes', { topic: 'a' }, [10, 100]);
    for (const size of [5, 50, 500]) observe(size);
    expect(await seriesOf('size_bytes_bucket')).toEqual([
      'size_bytes_bucket{topic="a",service="account",le="10"} 1',
      'size_bytes_bucket{topic="a",service="account",le="100"} 2',
      'size_bytes_bucket{topic="a",service="account",le="+Inf"} 3',
    ]);
  });

  it('read gauges only when somebody asks', async () => {
    let reads = 0;
    metrics('account').gauge('lag', 'Messages behind', () => {
      reads += 1;
      return [{ value: 7, attributes: { topic: 'a' } }];
    });
    metrics('opportunity').gauge('lag', 'Messages behind', () => 3);
    expect(reads).toBe(0);
    expect(await seriesOf('lag')).toEqual([
      'lag{topic="a",service="account"} 7',
      'lag{service="opportunity"} 3',
    ]);
    expect(reads).toBe(1);
  });

  it('explain every series', async () => {
    metrics('account').counter('refusals_total', 'Commands that the rules refused');
    expect(await metricsText()).toContain(
      '# HELP refusals_total Commands that the rules refused\n# TYPE refusals_total counter',
    );
  });
});
