import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import {
  instruct,
  type Misbehaviour,
  misbehaveUrl,
  misbehaviour,
  sabotages,
} from '../faults/index.ts';
import { eventually } from '../start-service-for-test.ts';

const cwd = resolve(import.meta.dirname, '../..');
let children: ChildProcess[];

const start = (program: string, wish: Misbehaviour, ...flags: string[]): ChildProcess => {
  const input = ['--input-type=module-typescript', '--eval', program];
  const child = spawn(process.execPath, [...flags, '--import', misbehaveUrl, ...input], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ...misbehaviour(wish) },
  });
  children.push(child);
  return child;
};

const outcomeOf = async (child: ChildProcess) => {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => (said.output += chunk));
  child.stderr?.on('data', (chunk) => (said.errors += chunk));
  const [code, signal] = await once(child, 'close');
  return { ...said, code, signal };
};

const run = (program: string, wish: Misbehaviour) => outcomeOf(start(program, wish));

/** Starts a program that goes on for ever, once it has said something. */
const startIdle = async (program: string, wish: Misbehaviour = {}, ...flags: string[]) => {
  const child = start(
    `${program}; setInterval(() => undefined, 1_000); console.log('up')`,
    wish,
    ...flags,
  );
  if (child.stdout === null) throw new Error('It has no output');
  await once(child.stdout, 'data');
  return child;
};

const isHalted = ({ pid }: ChildProcess): boolean =>
  /\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

beforeEach(() => {
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

describe('a skewed clock', () => {
  const day = 86_400_000;
  const truth = (program: string) =>
    run(`console.log(JSON.stringify(${program}))`, { clockSkewMs: day });

  it.each([
    { of: 'Date.now', time: 'Date.now()' },
    { of: 'a new Date', time: 'new Date().getTime()' },
    { of: 'a class that extends Date', time: 'new (class extends Date {})().getTime()' },
    { of: 'Date as a function', time: 'Date.parse(Date())' },
  ])('shifts $of', async ({ time }) => {
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const { output } = await truth(time);
    expect(Number(output)).toBeGreaterThanOrEqual(before + day);
    expect(Number(output)).toBeLessThanOrEqual(Date.now() + day);
  });

  it.each([
    { claim: 'takes arguments as they are', program: 'new Date(5).getTime()', is: 5 },
    { claim: 'reads text as it is', program: 'Date.parse("1970-01-01T00:00:01Z")', is: 1_000 },
    { claim: 'computes as ever', program: 'Date.UTC(1970, 0, 2)', is: day },
    { claim: 'makes dates', program: 'new Date() instanceof Date', is: true },
    { claim: 'is the class of its dates', program: 'new Date().constructor === Date', is: true },
    {
      claim: 'tells subclasses apart',
      program: 'new (class A extends Date {})().constructor.name',
      is: 'A',
    },
    { claim: 'leaves the steady clock alone', program: 'performance.now() < 3_600_000', is: true },
  ])('$claim', async ({ program, is }) => {
    expect(JSON.parse((await truth(program)).output)).toBe(is);
  });

  it('can be set while the process runs', async () => {
    const child = await startIdle(`process.on('SIGUSR2', () => console.log(Date.now()))`);
    await instruct(child, { clockSkewMs: -day });
    child.kill('SIGUSR2');
    if (child.stdout === null) throw new Error('It has no output');
    const [said] = await once(child.stdout, 'data');
    expect(Number(`${said}`)).toBeLessThanOrEqual(Date.now() - day);
  });
});

describe('a rerouted connection', () => {
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\nrerouted';
  const raw = (socket: string) =>
    `for await (const bytes of ${socket}) process.stdout.write(String(bytes).slice(-8))`;
  let port: number;
  let server: ReturnType<typeof createServer>;

  beforeAll(async () => {
    server = createServer((socket) => socket.on('error', () => undefined).end(answer));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    port = (server.address() as AddressInfo).port;
  });

  afterAll(() => {
    server.close();
  });

  // Nobody listens on port 2.
  it.each([
    raw('net.connect(2)'),
    raw(`net.connect(2, 'localhost')`),
    raw(`net.connect({ port: 2, host: '::1' })`),
    raw(`new net.Socket().connect(2, '127.0.0.1')`),
    raw(`new net.Socket().connect(2, () => undefined)`),
    raw(`new net.Socket().connect({ port: 2 })`),
    `process.stdout.write(await (await fetch('http://localhost:2/')).text())`,
  ])('is one by %s', async (client) => {
    const program = `import net from 'node:net'; ${client}`;
    const { output, errors } = await run(program, { reroute: { '127.0.0.1:2': port } });
    expect({ output, errors }).toEqual({ output: 'rerouted', errors: '' });
  });

  it('is asked for by any name of loopback, and by name elsewhere', async () => {
    const program = `import net from 'node:net'; ${raw(`net.connect(9, 'kafka.invalid')`)}; ${raw('net.connect(2)')}`;
    const reroute = { 'localhost:2': port, 'kafka.invalid:9': port };
    expect((await run(program, { reroute })).output).toBe('reroutedrerouted');
  });

  it('leaves other connections alone', async () => {
    const program = `import net from 'node:net'; ${raw(`net.connect(${port})`)}; ${raw('net.connect(2)')}`;
    const { output, errors } = await run(program, { reroute: { '127.0.0.2:2': port } });
    expect(output).toBe('rerouted');
    expect(errors).toContain('ECONNREFUSED');
  });
});

describe('a moment', () => {
  const reachThree = `
    import { reach } from '@steward/persistence';
    for (const turn of [1, 2, 3]) {
      console.log(turn);
      reach('before-commit');
    }`;

  it('ends the process there, the time that was named', async () => {
    const at = [{ moment: 'before-commit', signal: 'SIGKILL', after: 2 } as const];
    expect(await run(reachThree, { at })).toMatchObject({ signal: 'SIGKILL', output: '1\n2\n' });
  });

  it('is none while another one is meant', async () => {
    const at = [{ moment: 'after-commit', signal: 'SIGKILL' } as const];
    expect(await run(reachThree, { at })).toMatchObject({ code: 0, output: '1\n2\n3\n' });
  });

  it('halts the process there until it is told to go on', async () => {
    const at = [{ moment: 'before-commit', signal: 'SIGSTOP', after: 2 } as const];
    const child = start(reachThree, { at });
    let early = '';
    child.stdout?.on('data', (chunk) => (early += chunk));
    await eventually(async () => isHalted(child), Boolean);
    await eventually(
      async () => early,
      (said) => said === '1\n2\n',
    );
    child.kill('SIGCONT');
    const [code] = await once(child, 'close');
    expect({ code, early }).toEqual({ code: 0, early: '1\n2\n3\n' });
  });

  it('can be armed while the process runs', async () => {
    const child = await startIdle(
      `import { reach } from '@steward/persistence'; process.on('SIGUSR2', () => reach('during-stop'))`,
    );
    await instruct(child, { at: [{ moment: 'during-stop', signal: 'SIGKILL' }] });
    child.kill('SIGUSR2');
    expect(await outcomeOf(child)).toMatchObject({ signal: 'SIGKILL' });
  });
});

describe('a sabotage', () => {
  const file = 'src/fixtures/promise.ts';
  const program = `const { promised } = await import('./${file}'); console.log(promised)`;

  it('changes what a source says, types and all', async () => {
    const edit = { file, find: `string = 'kept'`, replace: `unknown = 'broken' as string` };
    expect(await run(program, { sabotage: [edit] })).toMatchObject({ code: 0, output: 'broken\n' });
  });

  it.each([
    { flaw: 'is not in the file', edit: { file, find: 'absent', replace: '' }, why: /0 times/ },
    { flaw: 'is there more than once', edit: { file, find: 't', replace: '' }, why: /\d+ times/ },
    { flaw: 'names no file', edit: { file: 'x.ts', find: 'a', replace: '' }, why: /never loaded/ },
  ])('ends the process where what it seeks $flaw', async ({ edit, why }) => {
    const { code, errors } = await run(program, { sabotage: [edit] });
    expect(code).toBe(70);
    expect(errors).toMatch(why);
  });

  it('leaves a file alone whose name only ends alike', async () => {
    const edit = { file: 'mise.ts', find: 'kept', replace: 'broken' };
    expect((await run(program, { sabotage: [edit] })).output).toBe('kept\n');
  });

  it.each(Object.keys(sabotages) as (keyof typeof sabotages)[])(
    'finds its place in the product: %s',
    async (name) => {
      const loadAll = `await import('@steward/persistence'); await import('../bus/src/index.ts')`;
      expect(await run(loadAll, { sabotage: [name] })).toMatchObject({ code: 0, errors: '' });
    },
  );
});

describe('a command', () => {
  it('blocks the event loop until it is answered', async () => {
    const child = await startIdle('');
    const beganAt = performance.now();
    await instruct(child, { blockLoopMs: 200 });
    // It can't take less, however fast or slow the machine is.
    expect(performance.now() - beganAt).toBeGreaterThan(199);
  });

  it('tells of memory and handles, with the garbage gone where that is possible', async () => {
    const answer = await instruct(await startIdle(''), { memory: true, gc: true });
    expect(answer).toMatchObject({ gc: false, memory: { heapUsed: expect.any(Number) } });
    expect(answer.handles).toMatchObject({ Timeout: 1 });
    const child = await startIdle('', {}, '--expose-gc');
    expect(await instruct(child, { gc: true })).toEqual({ gc: true });
  });

  it('fails where the process ends before it has answered', async () => {
    const child = await startIdle('');
    const answer = instruct(child, { blockLoopMs: 60_000 });
    child.kill('SIGKILL');
    await expect(answer).rejects.toThrow(/ended before/);
  });

  it('keeps no process from ending, by itself or at a signal', async () => {
    expect(await run('', {})).toMatchObject({ code: 0, errors: '' });
    const child = await startIdle('');
    child.kill('SIGTERM');
    expect(await outcomeOf(child)).toMatchObject({ signal: 'SIGTERM' });
  });
});

describe('a wish', () => {
  it('that nobody knows is refused', async () => {
    const { code, errors } = await run('', { clokSkewMs: 1 } as Misbehaviour);
    expect(code).toBe(1);
    expect(errors).toContain('STEWARD_MISBEHAVE knows no "clokSkewMs"');
  });
});
