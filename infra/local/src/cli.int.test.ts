import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stackFolder } from './folders.ts';
import { resetStack, stackStatus } from './index.ts';

const name = `own-cli-${process.pid}`;

const stack = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args, '--name', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });

const outputOf = async (child: ChildProcess): Promise<{ output: string; code: number }> => {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(`${chunk}`));
  const [code] = await once(child, 'close');
  return { output: chunks.join(''), code };
};

const firstReady = async (child: ChildProcess): Promise<void> => {
  if (child.stderr === null) throw new Error('The command has no standard error');
  for await (const line of createInterface(child.stderr)) if (line.startsWith('✓')) return;
};

describe('npm run stack', () => {
  afterAll(async () => {
    await resetStack(name);
    await rm(stackFolder(name), { recursive: true });
  });

  it('goes on where a command was killed in the middle', async () => {
    const killed = stack('up');
    await firstReady(killed);
    killed.kill('SIGKILL');
    const early = stackStatus(name).servers.find(({ name: server }) => server === 'redis')?.pid;

    const { output, code } = await outputOf(stack('up', '--json'));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ name, startedHere: expect.any(Boolean) });
    const { servers } = stackStatus(name);
    expect(servers.map(({ state }) => state)).toEqual(['running', 'running', 'running']);
    expect(servers.find(({ name: server }) => server === 'redis')?.pid).toBe(early);
  });

  it('answers with the exit code 1 when a server has died', async () => {
    const redis = stackStatus(name).servers.find(({ name: server }) => server === 'redis');
    process.kill(redis?.pid ?? 0, 'SIGKILL');
    const { output, code } = await outputOf(stack('status'));
    expect(code).toBe(1);
    expect(output).toMatch(/✗ Redis .* has died/);
  });
});
