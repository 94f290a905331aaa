import { SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { SpanKind } from './span.ts';
import { traceWith } from './tracing.ts';

/** A span by its name, and the spans under it, sorted by name. */
export interface SpanNode {
  readonly name: string;
  readonly children: SpanTree;
}
export type SpanTree = readonly SpanNode[];

export interface RecordedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly failed: boolean;
  readonly exceptions: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The trace ids of what it is linked to. */
  readonly links: readonly string[];
}

export interface RecordedSpans {
  /** The ended spans as a tree of names and parents; those whose parent was not recorded are its roots. */
  tree(): SpanTree;
  /** The ended spans in the order of their end, each with what it says of itself. */
  spans(): readonly RecordedSpan[];
  reset(): void;
  stop(): Promise<void>;
}

interface Ended {
  readonly name: string;
  readonly id: string;
  readonly parentId: string | undefined;
}

/** Keeps all spans of this process in memory, for tests that compare a trace as a tree. */
export const recordSpans = (): RecordedSpans => {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  traceWith(provider);
  return {
    tree: () => treeOf(exporter.getFinishedSpans().map(ended)),
    spans: () => exporter.getFinishedSpans().map(recorded),
    reset: () => exporter.reset(),
    stop: async () => {
      traceWith(undefined);
      await provider.shutdown();
    },
  };
};

type Finished = ReturnType<InMemorySpanExporter['getFinishedSpans']>[number];

const ended = (span: Finished): Ended => ({
  name: span.name,
  id: span.spanContext().spanId,
  parentId: span.parentSpanContext?.spanId,
});

const recorded = ({ name, kind, status, events, attributes, links }: Finished): RecordedSpan => ({
  name,
  kind: kindNames[kind],
  failed: status.code === SpanStatusCode.ERROR,
  exceptions: events.map((event) => String(event.attributes?.['exception.message'])),
  attributes,
  links: links.map(({ context }) => context.traceId),
});

const kindNames: Record<Finished['kind'], SpanKind> = [
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
];

const treeOf = (spans: readonly Ended[]): SpanTree => {
  const known = new Set(spans.map(({ id }) => id));
  const isRoot = ({ parentId }: Ended) => parentId === undefined || !known.has(parentId);
  return nodes(spans, isRoot);
};

const nodes = (spans: readonly Ended[], isHere: (span: Ended) => boolean): SpanTree =>
  spans
    .filter(isHere)
    .map(({ name, id }) => ({ name, children: nodes(spans, ({ parentId }) => parentId === id) }))
    .sort(inOrder);

// Siblings of one name are told apart by what is under them, so the order never depends on timing.
const inOrder = (one: SpanNode, other: SpanNode): number => {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  return left < right ? -1 : Number(left > right);
};
