import { logger, stopTelemetry } from '@steward/telemetry';
import { Config, readConfig } from './config.ts';
import type { Service } from './service.ts';
import { startService } from './start-service.ts';

/** How long a process that cannot go on may take to send its last spans and lines. */
const lastWordsMs = 3_000;

/** Something that runs until it is told to stop. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Runs the process for as long as it is wanted: SIGTERM, SIGINT and SIGHUP stop everything cleanly, a second one at
 * once; what is fatal ends the process, so that whoever runs it starts it anew.
 */
export const runUntilSignal = async (
  name: string,
  start: (onFatal: (error: unknown) => void) => Promise<Stoppable>,
  /** Says to people what the log says to machines. */
  tellFatal: (error: unknown) => void = () => undefined,
): Promise<void> => {
  const log = logger(name);
  const end = (code: number) => process.exit(code);
  let isEnding = false;
  const onFatal = (error: unknown) => {
    // What goes wrong while it ends, such as telling it, must not start the ending anew.
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => end(1), lastWordsMs).unref();
    log('error', 'The process cannot go on', { error });
    tellFatal(error);
    void stopTelemetry().finally(() => end(1));
  };
  process.on('uncaughtException', onFatal);
  process.on('unhandledRejection', onFatal);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return end(130);
    isStopping = true;
    const running = await starting;
    await running.stop();
    await stopTelemetry();
    return end(0);
  };
  // Before the start, so that whoever changes their mind meanwhile still gets a clean stop.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop());
  const starting = start(onFatal);
  await starting;
};

/** Serves one service in this process, by the environment. */
export const serve = (service: Service): Promise<void> =>
  runUntilSignal(service.name, (onFatal) =>
    startService(service, { config: readConfig(Config, process.env), onFatal }),
  );
