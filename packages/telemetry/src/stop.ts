import { flushLogs } from './log.ts';
import { stopTracing } from './tracing.ts';

/** The last step of a graceful stop: sends the spans and writes the lines that are still in memory. */
export const stopTelemetry = async (): Promise<void> => {
  await stopTracing();
  flushLogs();
};
