import { type Attributes, ValueType } from '@opentelemetry/api';
import {
  AggregationTemporality,
  DataPointType,
  type HistogramMetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import { sameLabels } from './labels.ts';

interface Series {
  readonly labels: Attributes;
  readonly counts: number[];
  sum: number;
  count: number;
}

interface Instrument {
  readonly name: string;
  readonly description: string;
  readonly boundaries: readonly number[];
  readonly series: Series[];
}

const instruments = new Map<string, Instrument>();
const startTime: [number, number] = [Math.floor(Date.now() / 1_000), 0];

/** The first bucket whose upper end is not below the value; the last one has no end. */
const bucketOf = (boundaries: readonly number[], value: number): number => {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (boundaries[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const dataOf = ({ name, description, boundaries, series }: Instrument): HistogramMetricData => {
  const now = Date.now();
  const endTime: [number, number] = [Math.floor(now / 1_000), (now % 1_000) * 1_000_000];
  return {
    descriptor: { name, description, unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.HISTOGRAM,
    dataPoints: series.map(({ labels, counts, sum, count }) => ({
      startTime,
      endTime,
      attributes: labels,
      value: { buckets: { boundaries: [...boundaries], counts: [...counts] }, sum, count },
    })),
  };
};

/** Gives the reader all histograms whenever somebody asks. */
export const histogramProducer = (
  resource: Awaited<ReturnType<MetricProducer['collect']>>['resourceMetrics']['resource'],
): MetricProducer => ({
  collect: async () => ({
    resourceMetrics: {
      resource,
      scopeMetrics: [
        { scope: { name: 'steward' }, metrics: [...instruments.values()].map(dataOf) },
      ],
    },
    errors: [],
  }),
});

// The SDK hashes the attributes at every observation, a microsecond or two; an event of a read model has some
// twenty in all. Two additions and a search among the boundaries cost nothing that could be measured there.
export const histogram = (
  name: string,
  description: string,
  labels: Attributes,
  boundaries: readonly number[],
): ((value: number) => void) => {
  const instrument = instruments.get(name) ?? { name, description, boundaries, series: [] };
  instruments.set(name, instrument);
  const counts = Array<number>(boundaries.length + 1).fill(0);
  const fresh: Series = { labels, counts, sum: 0, count: 0 };
  const series = instrument.series.find((known) => sameLabels(known.labels, labels)) ?? fresh;
  if (series === fresh) instrument.series.push(fresh);
  return (value) => {
    const bucket = bucketOf(instrument.boundaries, value);
    series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += value;
    series.count += 1;
  };
};
