import { logFile } from './log-file.ts';
import '@steward/telemetry/start';
import { announcePlatform, freePort, type Stack, startStack, stopStack } from '@steward/local';
import { runUntilSignal } from '@steward/service';
import { options } from './options.ts';
import { runLoopOnce } from './run-loop-once.ts';
import { type RunningPlatform, startPlatform } from './start-platform.ts';

// A terminal that was closed can no longer be told anything; that ends nothing.
process.stdout.on('error', () => undefined);

const tell = (line = '') => process.stdout.write(`${line}\n`);

const startOn = async (
  stack: Stack,
  onFatal: (error: unknown) => void,
): Promise<RunningPlatform> => {
  const port = await freePort(Number(options.port));
  const platform = await startPlatform({ stack, port, only: options.only, onFatal });
  announcePlatform(stack.name, platform.url);
  for (const { name, url } of platform.services) tell(`✓ ${name} at ${url}`);
  return platform;
};

const tellFatal = (error: unknown) => {
  tell(`Steward cannot go on: ${error instanceof Error ? error.message : String(error)}`);
  tell(`  what led to it: ${logFile}`);
};

const startAll = async (onFatal: (error: unknown) => void) => {
  const stack = await startStack({ name: options.stack, onProgress: tell });
  const platform = await startOn(stack, onFatal);
  if (options.only.length === 0) await runLoopOnce(stack.name, platform.url, tell);
  tell();
  tell(`Steward is ready at ${platform.url}`);
  tell(`  its API:   ${platform.url}/docs`);
  tell(`  a token:   npm run -s token -- --role administrator`);
  tell(`  its log:   ${logFile}`);
  tell('  Ctrl-C stops it; the data stays.');
  return {
    stop: async () => {
      tell('Stopping …');
      await platform.stop();
      if (stack.startedHere) await stopStack(stack.name);
      tell('Steward has stopped; npm start goes on with the same data.');
    },
  };
};

await runUntilSignal('platform', startAll, tellFatal);
