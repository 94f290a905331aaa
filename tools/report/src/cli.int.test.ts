import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SupportReport } from '@steward/contracts';
import { dataService } from '@steward/data-service';
import { issueToken } from '@steward/local';
import { startServicesForTest } from '@steward/testing';

const stackName = 'test';

/** Runs the command as a person would, with nothing of ours in its environment. */
const report = async (args: readonly string[], env: Record<string, string> = {}) => {
  const cli = join(import.meta.dirname, 'cli.ts');
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, err, code };
};

/** An address at which nothing listens: it was free a moment ago. */
const nowhere = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
};

describe('npm run report', () => {
  let url: string;
  let stop: () => Promise<void>;
  let token: string;

  beforeAll(async () => {
    const { running, stop: stopAll } = await startServicesForTest([dataService]);
    url = running[0]?.url ?? '';
    stop = stopAll;
    token = await issueToken(stackName, { subject: 'reporter', roles: ['analyst'] });
  });

  afterAll(() => stop());

  it.each(['support', 'pipeline', 'satisfaction', 'aims', 'needs'])(
    'prints %s as tables',
    async (name) => {
      const { out, err, code } = await report([name, '--url', url, '--token', token]);
      expect({ err, code }).toEqual({ err: '', code: 0 });
      expect(out.toLowerCase()).toMatch(new RegExp(`^${name}\n┌`));
    },
  );

  it('prints one JSON object, the answer of the API as it is', async () => {
    const env = { STEWARD_URL: url, STEWARD_TOKEN: token };
    const { out } = await report(['support', '--json', '--group-by', 'team', '--top', '3'], env);
    const answered = await fetch(`${url}/v1/reports/support?groupBy=team&top=3`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(out).toBe(`${await answered.text()}\n`);
    expect(SupportReport.parse(JSON.parse(out))).toMatchObject({ tickets: 0, groups: [] });
  });

  it('says how to start the platform where none answers', async () => {
    const { out, err, code } = await report(['support', '--url', await nowhere(), '--token', 'x']);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(/^Steward does not answer at http:.*npm start/);
  });

  it.each([
    { fault: 'a token that nobody signed', args: ['--token', 'x'], says: /not accept the token/ },
    { fault: 'no such grouping', args: ['--group-by', 'mood'], says: /Allowed choices are line/ },
    { fault: 'no number of groups', args: ['--top', 'all'], says: /whole number from 1 to 1000/ },
    { fault: 'no address', args: ['--url', 'here'], says: /here is not a URL/ },
  ])('says what is wrong with $fault', async ({ args, says }) => {
    const env = { STEWARD_URL: url, STEWARD_TOKEN: token };
    const { err, code } = await report(['support', ...args], env);
    expect(code).toBe(1);
    expect(err).toMatch(says);
  });

  it.each([
    { from: '2026-03-02', code: 0, says: /^$/ },
    { from: '2026-03-02T09:00:00+01:00', code: 0, says: /^$/ },
    { from: '2026-02-30', code: 1, says: /It is a day such as/ },
  ])('takes $from for the beginning of a period, or says why not', async ({ from, code, says }) => {
    const env = { STEWARD_URL: url, STEWARD_TOKEN: token };
    const answered = await report(['aims', '--from', from], env);
    expect(answered.code).toBe(code);
    expect(answered.err).toMatch(says);
  });

  it('says what the token lacks', async () => {
    const agent = await issueToken(stackName, { subject: 'eve', roles: ['support-agent'] });
    const { err } = await report(['support', '--url', url, '--token', agent]);
    expect(err).toMatch(/answered 403, .*reports:read/);
  });
});
