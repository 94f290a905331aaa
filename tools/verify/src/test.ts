import { resetStack, startStack, stopStack } from '@steward/local';
import { countsOfLogs } from './counts-of-logs.ts';
import { hasWork, root, type TurboRun, turbo } from './turbo.ts';

/** Seconds, no server: for every save. */
const quickTasks = ['lint', 'types', 'test', 'tidy'];
/** On real servers, one package at a time: they measure themselves against time-outs. */
const serverTasks = ['test:int', 'journeys'];

const stackName = 'test';
const tell = (line: string) => process.stderr.write(`${line}\n`);

const withServers = async (run: () => Promise<TurboRun>): Promise<TurboRun> => {
  await resetStack(stackName);
  try {
    await startStack({ name: stackName, onProgress: tell });
    return await run();
  } finally {
    await stopStack(stackName);
  }
};

const runServerTasks = (): Promise<TurboRun> => {
  const run = () => turbo(serverTasks, ['--concurrency=1']);
  return hasWork(serverTasks) ? withServers(run) : run();
};

const isQuick = process.argv.includes('--fast');
const quick = await turbo(quickTasks);
const runs = isQuick ? [quick] : [quick, await runServerTasks()];
const { passed, failed } = countsOfLogs(root);

const verdict = runs.every(({ ok }) => ok) ? 'All is well' : 'Something is wrong: see above';
tell(`\n${verdict}. What had not changed was answered from the cache.`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = runs.every(({ ok }) => ok) ? 0 : 1;
