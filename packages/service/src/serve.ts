import { logger, stopTelemetry } from '@steward/telemetry';
import { Config, readConfig } from './config.ts';
import type { Service } from './service.ts';
import { startService } from './start-service.ts';

/** Something that runs until it is told to stop. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Runs the process for as long as it is wanted: SIGTERM and SIGINT stop everything cleanly, a second one at
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
  const onFatal = (error: unknown) => {
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
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const starting = start(onFatal);
  await starting;
};

/** Serves one service in this process, by the environment. */
export const serve = (service: Service): Promise<void> =>
  runUntilSignal(service.name, (onFatal) =>
    startService(service, { config: readConfig(Config, process.env), onFatal }),
  );
