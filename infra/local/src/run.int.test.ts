import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');
const lock = JSON.stringify({ packages: { '': {}, 'node_modules/moon': { version: '1.0.0' } } });

// Stands in for npm on PATH: it takes a while, notes that it was called, and leaves what npm leaves.
const npm = `#!/bin/sh
echo "$@" >> npm-calls
sleep 0.5
mkdir -p node_modules/node
ln -sfn ${repository}/node_modules/node/bin node_modules/node/bin
cp package-lock.json node_modules/.package-lock.json
`;

const program = `
const [code] = process.argv.slice(2);
let heard = 0;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  heard += 1;
  console.log('heard');
});
if (code === 'listen') {
  console.log('listening');
  setTimeout(() => { console.log(heard); process.exit(7); }, 500);
} else {
  console.log(process.version, process.argv.slice(2).join(' '));
  process.exitCode = Number(code);
}
`;

let root: string;

const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'infra/run.mjs'), 'program.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', PATH: `${join(root, 'bin')}:${process.env.PATH}` },
  });

const outcomeOf = async (child: ChildProcess) => {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => (said.output += chunk));
  child.stderr?.on('data', (chunk) => (said.errors += chunk));
  const [code] = await once(child, 'close');
  return { ...said, code };
};

const npmCalls = async (): Promise<string[]> =>
  (await readFile(join(root, 'npm-calls'), 'utf8')).trim().split('\n');

describe('infra/run.mjs', () => {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'steward-run-'));
    await mkdir(join(root, 'infra'));
    await mkdir(join(root, 'bin'));
    await symlink(process.execPath, join(root, 'bin/node'));
    await copyFile(join(repository, 'infra/run.mjs'), join(root, 'infra/run.mjs'));
    await writeFile(join(root, 'bin/npm'), npm, { mode: 0o755 });
    await writeFile(join(root, 'package-lock.json'), lock);
    await writeFile(join(root, 'program.ts'), program);
  });

  afterEach(() => rm(root, { recursive: true }));

  it('installs once for two that start together, and not again', async () => {
    const outcomes = await Promise.all([outcomeOf(run('0', 'a b')), outcomeOf(run('0', 'a b'))]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ code: 0, output: expect.stringMatching(/^v\d+.* 0 a b\n$/) });
    await outcomeOf(run('0'));
    expect(await npmCalls()).toEqual([expect.stringMatching(/^install --no-save /)]);
  });

  it('installs again when the lock file names something else', async () => {
    await outcomeOf(run('0'));
    await writeFile(join(root, 'package-lock.json'), lock.replace('1.0.0', '1.0.1'));
    await outcomeOf(run('0'));
    expect(await npmCalls()).toHaveLength(2);
  });

  it('is not held up by one that was killed while it installed', async () => {
    await mkdir(join(root, '.steward'));
    const gone = spawn('true');
    await once(gone, 'close');
    await writeFile(join(root, '.steward/install.lock'), `${gone.pid}`);
    expect(await outcomeOf(run('0'))).toMatchObject({ code: 0 });
  });

  it("ends with the program's own exit code", async () => {
    expect(await outcomeOf(run('3'))).toMatchObject({ code: 3 });
  });

  it('says so when the Node of the project is not there', async () => {
    await writeFile(join(root, 'bin/npm'), npm.replace(/^ln .*$/m, ''), { mode: 0o755 });
    const { code, errors } = await outcomeOf(run('0'));
    expect(code).toBe(1);
    expect(errors).toContain('npm rebuild node');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'passes %s on once, however often it comes at a time',
    async (signal) => {
      const child = run('listen');
      const outcome = outcomeOf(child);
      if (child.stdout === null) throw new Error('The command has no standard output');
      await once(child.stdout, 'data');
      child.kill(signal);
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await outcome).toMatchObject({ code: 7, output: 'listening\nheard\n1\n' });
    },
  );
});
