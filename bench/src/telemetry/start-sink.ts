import { startBehind } from '../harness/index.ts';

/** A collector on the CPU of the load, the environment that leads there, and how many spans it got since asked last. */
export const startSink = async () => {
  const { url, end } = await startBehind(new URL('./sink.ts', import.meta.url));
  return {
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: url },
    seen: async () => (await (await fetch(url)).json()) as { spans: number },
    end,
  };
};
