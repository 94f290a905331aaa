import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resetStack, stackStatus } from '@steward/local';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const stackName = 'newcomer';
const env = { ...process.env, STEWARD_STACK: stackName, STEWARD_PORT: '18080' };

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n(?<block>[^`]*)```/g)].flatMap(({ groups }) =>
  (groups?.block ?? '').trim().split('\n'),
);
/** The two that stay or that run this very test. */
const others = commands.filter((command) => command !== 'npm start' && command !== 'npm test');

const outputUntil = (child: ChildProcess, words: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(words)) resolve(output);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} before that:\n${output}`)),
    );
  });

const start = async () => {
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true });
  const output = await outputUntil(child, 'Steward is ready');
  return { child, output };
};

const stop = async (child: ChildProcess) => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // As a terminal does: Ctrl-C reaches the whole group in the foreground.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
};

/** What a command of the README prints; fails with its output when it does not succeed. */
const runCommand = async (command: string): Promise<string> => {
  const [program = '', ...args] = command.split(' ');
  const { stdout } = await run(program, args, { cwd: root, env, maxBuffer: 16 * 1024 * 1024 });
  return stdout;
};

const report = async (name: string) =>
  JSON.parse(await runCommand(`npm run -s report -- ${name} --json`)) as Record<string, unknown>;

describe('a newcomer who follows the README', () => {
  let child: ChildProcess;
  let firstOutput = '';

  beforeAll(async () => {
    await resetStack(stackName);
    const started = await start();
    child = started.child;
    firstOutput = started.output;
  }, 240_000);

  afterAll(async () => {
    await resetStack(stackName);
  }, 60_000);

  it('sees the loop once, and where the platform is', () => {
    expect(firstOutput).toContain('6 Learn');
    expect(firstOutput).toMatch(/Steward is ready at http:\/\/127\.0\.0\.1:\d+/);
  });

  it('finds that every command works', async () => {
    expect(others.length).toBeGreaterThan(4);
    for (const command of others) await runCommand(command);
  }, 180_000);

  it('imports again, and nothing changes', async () => {
    const imports = others.filter((command) => command.includes('import'));
    const before = [await report('support'), await report('pipeline')];
    for (const command of imports) await runCommand(`${command} --restart`);
    expect([await report('support'), await report('pipeline')]).toEqual(before);
  }, 180_000);

  it('stops all of it with Ctrl-C, and goes on with the same data', async () => {
    const before = await report('support');
    await stop(child);
    expect(stackStatus(stackName).servers.map(({ state }) => state)).toEqual([
      'stopped',
      'stopped',
      'stopped',
    ]);
    const again = await start();
    expect(again.output).not.toContain('1 Own');
    expect(await report('support')).toEqual(before);
    await stop(again.child);
  }, 240_000);
});
