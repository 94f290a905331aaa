import type { Tracer } from '@opentelemetry/api';
import type { TracerProvider } from '@opentelemetry/sdk-trace';

let current: { provider: TracerProvider; tracer: Tracer } | undefined;

/** Spans go to this provider from now on; to none where it is absent. */
export const traceWith = (provider: TracerProvider | undefined): void => {
  current = provider && { provider, tracer: provider.getTracer('steward') };
};

export const tracer = (): Tracer | undefined => current?.tracer;

/** Sends the spans that still wait for their batch, and records no more. */
export const stopTracing = async (): Promise<void> => {
  const provider = current?.provider;
  current = undefined;
  await provider?.shutdown();
};
