import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
const turboBinary = join(root, 'node_modules/.bin/turbo');

const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };

export interface TurboRun {
  readonly ok: boolean;
}

/** Runs tasks over all packages; what has not changed since it last passed is answered from the cache. */
export const turbo = (
  tasks: readonly string[],
  options: readonly string[] = [],
): Promise<TurboRun> =>
  new Promise((resolve, reject) => {
    const args = ['run', ...tasks, '--continue', '--output-logs=new-only', ...options];
    const child = spawn(turboBinary, args, { cwd: root, env: environment, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0 }));
  });

interface DryRun {
  readonly tasks: readonly { readonly task: string; readonly cache: { readonly status: string } }[];
}

/** Whether any of these tasks has really to run. */
export const hasWork = (tasks: readonly string[]): boolean => {
  const dry = spawnSync(turboBinary, ['run', ...tasks, '--dry=json'], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (dry.status !== 0) return true;
  const { tasks: planned } = JSON.parse(dry.stdout) as DryRun;
  return planned.some(({ task, cache }) => tasks.includes(task) && cache.status !== 'HIT');
};
