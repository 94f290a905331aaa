import type { Attributes as Labels, ObservableResult } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { emptyResource } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { histogram, histogramProducer } from './histograms.ts';
import { sameLabels } from './labels.ts';

export type Attributes = Readonly<Record<string, string | number | boolean>>;
export type Count = (by?: number) => void;
export type Observe = (value: number) => void;
export interface Reading {
  readonly value: number;
  readonly attributes?: Attributes;
}
export type Gauged = number | Iterable<Reading>;

/** The instruments of one service. Attributes are bound once, so that a hot path only adds a number. */
export interface Metrics {
  counter(name: string, description: string, attributes?: Attributes): Count;
  /** `boundaries` are the upper ends of the buckets; those for seconds where they are left out. */
  histogram(
    name: string,
    description: string,
    attributes?: Attributes,
    boundaries?: readonly number[],
  ): Observe;
  /** `read` is asked whenever somebody asks for the metrics, and at no other time. */
  gauge(name: string, description: string, read: () => Gauged): void;
}

const secondsBoundaries = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

const reader = new PrometheusExporter({
  preventServerStart: true,
  metricProducers: [histogramProducer(emptyResource())],
});
const meter = new MeterProvider({ readers: [reader] }).getMeter('steward');
const serializer = new PrometheusSerializer('', false, undefined, true, true);

interface Series {
  total: number;
  readonly labels: Labels;
}

const counters = new Map<string, Series[]>();

// The SDK hashes the attributes at every addition; a plain number that it reads when asked costs nothing.
const seriesOf = (name: string, description: string): Series[] => {
  const known = counters.get(name);
  if (known) return known;
  const series: Series[] = [];
  counters.set(name, series);
  meter.createObservableCounter(name, { description }).addCallback((result) => {
    for (const { total, labels } of series) result.observe(total, labels);
  });
  return series;
};

const counter = (name: string, description: string, labels: Labels): Count => {
  const all = seriesOf(name, description);
  const fresh = { total: 0, labels };
  const series = all.find((known) => sameLabels(known.labels, labels)) ?? fresh;
  if (series === fresh) all.push(fresh);
  return (by = 1) => {
    series.total += by;
  };
};

const observe = (result: ObservableResult, read: () => Gauged, service: string): void => {
  const gauged = read();
  const readings: Iterable<Reading> = typeof gauged === 'number' ? [{ value: gauged }] : gauged;
  for (const { value, attributes } of readings) result.observe(value, { ...attributes, service });
};

/** The metrics of one service; every series says whose it is, because services may share a process. */
export const metrics = (service: string): Metrics => ({
  counter: (name, description, attributes) =>
    counter(name, description, { ...attributes, service }),
  histogram: (name, description, attributes, boundaries = secondsBoundaries) =>
    histogram(name, description, { ...attributes, service }, boundaries),
  gauge: (name, description, read) =>
    meter
      .createObservableGauge(name, { description })
      .addCallback((result) => observe(result, read, service)),
});

/** All metrics of this process in the text format that Prometheus reads. */
export const metricsText = async (): Promise<string> => {
  const { resourceMetrics, errors } = await reader.collect();
  if (errors.length > 0) throw new AggregateError(errors, 'A metric could not be read');
  return serializer.serialize(resourceMetrics);
};
