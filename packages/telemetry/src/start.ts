import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { traceWith } from './tracing.ts';

const {
  OTEL_EXPORTER_OTLP_ENDPOINT,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
  OTEL_SERVICE_NAME = 'steward',
  OTEL_TRACES_SAMPLER_ARG = '1',
} = process.env;

const ratioOf = (text: string): number => {
  const ratio = Number(text);
  if (text.trim() !== '' && ratio >= 0 && ratio <= 1) return ratio;
  throw new Error(`OTEL_TRACES_SAMPLER_ARG is ${text}, not a ratio from 0 to 1`);
};

/** What does not fit the queue is dropped: traces may be incomplete, requests may not be late. */
const batches = { maxQueueSize: 8192, maxExportBatchSize: 2048, scheduledDelayMillis: 1000 };

// Where nobody collects traces there is no provider, and a span costs one comparison.
if (OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
  traceWith(
    new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': OTEL_SERVICE_NAME }),
      sampler: new ParentBasedSampler({
        root: new TraceIdRatioBasedSampler(ratioOf(OTEL_TRACES_SAMPLER_ARG)),
      }),
      // The exporter reads the endpoint, headers and time-out from the standard variables itself.
      spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), ...batches })],
    }),
  );
