import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly body: Buffer;
}

const received: Received[] = [];
const sink = createServer(async (request, response) => {
  const { method, url, headers } = request;
  received.push({ method, url, type: headers['content-type'], body: await buffer(request) });
  response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
});

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const folder = mkdtempSync(join(tmpdir(), 'telemetry-'));
let endpoint = '';

const run = (fixture: string, environment: Record<string, string>, ...given: string[]) =>
  new Promise<{ code: number | string; output: string; complaint: string }>((resolve) => {
    const file = join(import.meta.dirname, 'fixtures', fixture);
    const start = ['--import', '@steward/telemetry/start', file, ...given];
    const env = { PATH: process.env.PATH, ...environment };
    execFile(process.execPath, start, { env, cwd: import.meta.dirname }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout, complaint: stderr }),
    );
  });

beforeAll(async () => {
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received.length = 0;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => sink.close(resolve));
});

describe('telemetry that is loaded first', () => {
  it('sends the spans of a process to the endpoint in the environment', async () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'tiered-support' };
    const ended = await run('traced-work.ts', environment, `00-${traceId}-00f067aa0ba902b7-01`);

    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(JSON.parse(ended.output)).toMatchObject({ msg: 'published', trace_id: traceId });
    const [batch, ...others] = received;
    expect(others).toEqual([]);
    expect(batch).toMatchObject({
      method: 'POST',
      url: '/v1/traces',
      type: 'application/x-protobuf',
    });
    for (const part of ['tiered-support', 'POST /tickets', 'publish TicketRaised'])
      expect(batch?.body.includes(part)).toBe(true);
    expect(batch?.body.includes(Buffer.from(traceId, 'hex'))).toBe(true);
  });

  it.each([
    { where: 'the caller decided against it', ratio: '1', flags: '00' },
    { where: 'the ratio is nought', ratio: '0', flags: undefined },
  ])('sends nothing where $where', async ({ ratio, flags }) => {
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio };
    const given = flags ? [`00-${traceId}-00f067aa0ba902b7-${flags}`] : [];
    expect(await run('traced-work.ts', environment, ...given)).toMatchObject({ code: 0 });
    expect(received).toEqual([]);
  });

  it('does the work where nobody collects traces', async () => {
    expect(await run('traced-work.ts', {})).toMatchObject({ code: 0, complaint: '' });
    expect(received).toEqual([]);
  });

  it('stops the start on a ratio that is none, and names the variable', async () => {
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: 'half' };
    const { code, complaint } = await run('traced-work.ts', environment);
    expect(code).not.toBe(0);
    expect(complaint).toContain('OTEL_TRACES_SAMPLER_ARG is half');
  });
});

describe('log of a process', () => {
  it('goes to the file in the environment, with the last line before an abrupt end', async () => {
    const LOG_FILE = join(folder, 'service.log');
    expect(await run('hurried-work.ts', { LOG_FILE })).toMatchObject({ code: 1, output: '' });
    expect(JSON.parse(readFileSync(LOG_FILE, 'utf8'))).toMatchObject({ msg: 'cannot go on' });
  });
});
