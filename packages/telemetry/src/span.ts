import {
  SpanKind as Kind,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { formatTraceparent, parseTraceparent, type Traceparent } from './traceparent.ts';
import { tracer } from './tracing.ts';

/** Whatever brings a trace with it: the headers of a request, a row, a message. */
export interface Carrier {
  readonly traceparent?: string | undefined;
}

export type SpanKind = 'server' | 'producer' | 'consumer' | 'client' | 'internal';
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;
/** Adds what is known only once the work is under way, such as a status. */
export type Annotate = (attributes: SpanAttributes) => void;

export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: SpanAttributes;
  /** The traces of a batch whose messages come from several. */
  readonly links?: Iterable<string | undefined>;
}

const kinds: Record<SpanKind, Kind> = {
  server: Kind.SERVER,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
  client: Kind.CLIENT,
  internal: Kind.INTERNAL,
};

const nothing: Annotate = () => undefined;

/**
 * Runs work inside a span that is a child of the carrier's trace, and hands the work the
 * traceparent to send on. The context is explicit: nothing is stored between calls.
 *
 * Without a provider, or where the caller decided against sampling, the SDK is not touched and
 * the carrier's traceparent travels on as it came.
 */
export const span = <Result>(
  name: string,
  carrier: Carrier,
  run: (traceparent: string | undefined, annotate: Annotate) => Promise<Result>,
  options: SpanOptions = {},
): Promise<Result> => {
  const recorder = tracer();
  if (!recorder) return run(carrier.traceparent, nothing);
  const parent = parseTraceparent(carrier.traceparent);
  if (parent && !parent.isSampled) return run(carrier.traceparent, nothing);
  return recorded(start(recorder, name, parent, options), run);
};

const start = (
  recorder: Tracer,
  name: string,
  parent: Traceparent | undefined,
  { kind = 'internal', attributes = {}, links = [] }: SpanOptions,
): Span =>
  recorder.startSpan(
    name,
    { kind: kinds[kind], attributes, links: linksTo(links) },
    parent ? trace.setSpanContext(ROOT_CONTEXT, contextOf(parent)) : ROOT_CONTEXT,
  );

const recorded = async <Result>(
  active: Span,
  run: (traceparent: string | undefined, annotate: Annotate) => Promise<Result>,
): Promise<Result> => {
  try {
    return await run(traceparentOf(active), (attributes) => active.setAttributes(attributes));
  } catch (error) {
    active.recordException(error instanceof Error ? error : String(error));
    active.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    active.end();
  }
};

const traceparentOf = (active: Span): string => {
  const { traceId, spanId, traceFlags } = active.spanContext();
  return formatTraceparent({
    traceId,
    spanId,
    isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0,
  });
};

const contextOf = ({ traceId, spanId, isSampled }: Traceparent): SpanContext => ({
  traceId,
  spanId,
  traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  isRemote: true,
});

const linksTo = (traceparents: Iterable<string | undefined>): Link[] =>
  [...new Set(traceparents)]
    .map(parseTraceparent)
    .filter((linked) => linked !== undefined)
    .map((linked) => ({ context: contextOf(linked) }));
