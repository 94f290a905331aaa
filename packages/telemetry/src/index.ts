export { type Log, type LogLevel, logger } from './log.ts';
export {
  type Attributes,
  type Count,
  type Gauged,
  type Metrics,
  metrics,
  metricsText,
  type Observe,
  type Reading,
} from './metrics.ts';
export {
  type Annotate,
  type Carrier,
  type SpanAttributes,
  type SpanKind,
  type SpanOptions,
  span,
} from './span.ts';
export { stopTelemetry } from './stop.ts';
export { parseTraceparent, type Traceparent } from './traceparent.ts';
