import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { issueToken } from '@steward/local';
import { callerOf, eventually, type TestCaller } from '@steward/testing';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

const root = resolve(import.meta.dirname, '../..');
const data = join(root, 'data');
const expected = JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8'));
const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'steward-import-'));
let platform: TestPlatform;
let analyst: TestCaller;
let token: string;

beforeAll(async () => {
  platform = await startPlatformForTest();
  analyst = await callerOf(platform.url, { subject: 'ana', roles: ['analyst'] });
  token = await issueToken('test', { subject: 'importer', roles: ['importer'] });
}, 120_000);

afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true });
});

const program = join(root, 'tools/import/src/cli.ts');
const commandOf = (...args: string[]) => [
  program,
  ...args,
  ...['--url', platform.url, '--token', token, '--json'],
];

/** An import as a person runs it, in a process of its own; answers its summary. */
const importing = async (...args: string[]) =>
  JSON.parse((await run(process.execPath, commandOf(...args))).stdout);

/** Programs start slowly on a busy machine. */
const journalSecondsMax = 60;

const stateOf = (name: string) => ['--state', join(folder, name)];
const journalOf = (name: string) => join(folder, name, 'journal.jsonl');
const badRowsOf = (name: string): string[] =>
  readFileSync(join(folder, name, 'bad-rows.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);

const reportOf = async (name: string) => (await analyst.get(`/v1/reports/${name}`)).body;

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

/** An import that is killed as soon as it has written down that some rows were acknowledged. */
const importUntilKilled = async (name: string, ...args: string[]): Promise<void> => {
  const slowly = ['--concurrency', '2', ...stateOf(name)];
  const child = spawn(process.execPath, commandOf(...args, ...slowly), { stdio: 'ignore' });
  const written = async () =>
    existsSync(journalOf(name)) ? readFileSync(journalOf(name), 'utf8') : '';
  await eventually(written, (text) => text.includes('\n'), journalSecondsMax);
  await killed(child);
};

const sets = [
  { kind: 'incidents', path: join(data, 'incidents.csv'), report: 'support' },
  { kind: 'crm', path: join(data, 'crm'), report: 'pipeline' },
] as const;

describe.each(sets)('importing $kind', ({ kind, path, report }) => {
  const { rows, badRows, report: wanted } = expected[kind];

  it('goes on where it was killed, and ends with what the files hold', async () => {
    await importUntilKilled(kind, kind, path);
    const summary = await importing(kind, path, ...stateOf(kind));
    expect(summary).toMatchObject({ rows, badRows });
    expect(summary.skipped).toBeGreaterThan(0);
    expect(summary.sent).toBeGreaterThan(0);
    expect(await reportOf(report)).toMatchObject(wanted);
  }, 120_000);

  it('has reported every bad row once, with line and reason, over both runs', () => {
    const reported = badRowsOf(kind);
    expect(reported).toHaveLength(badRows);
    expect(new Set(reported).size).toBe(badRows);
    for (const line of reported) expect(line).toMatch(/\.csv,\d+,[^,]*,.+/);
  });

  it('again, with nothing written down of the first time, changes nothing', async () => {
    const before = await reportOf(report);
    const summary = await importing(kind, path, ...stateOf(`${kind}-again`));
    expect(summary).toMatchObject({ rows, badRows, skipped: 0 });
    expect(await reportOf(report)).toEqual(before);
  }, 120_000);

  it('again, with all of it written down, sends nothing', async () => {
    expect(await importing(kind, path, ...stateOf(kind))).toMatchObject({ sent: 0, badRows });
  }, 60_000);
});
