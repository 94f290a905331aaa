import type { Server } from 'node:http';
import { closeGracefully } from './close-gracefully.ts';
import { listen } from './door-under-test.ts';
import { type Health, healthServer } from './health-server.ts';

let server: Server;
const get = async (path: string, changes: Partial<Health> = {}) => {
  server = healthServer({
    livez: () => [],
    readyz: () => [],
    metrics: () => 'requests_total 7\n',
    ...changes,
  });
  const response = await fetch((await listen(server)) + path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};
afterEach(() => closeGracefully(server, 1_000));

describe('the health server', () => {
  it.each(['/livez', '/readyz'])('answers %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it('gives the reasons for not being ready, and lives on', async () => {
    const readyz = async () => ['kafka: no broker answers'];
    expect(await get('/readyz', { readyz })).toMatchObject({
      status: 503,
      text: '{"status":"failing","reasons":["kafka: no broker answers"]}',
    });
  });

  it('takes a broken check as a reason', async () => {
    const livez = () => Promise.reject(new Error('No answer'));
    expect(await get('/livez', { livez })).toMatchObject({
      status: 503,
      text: '{"status":"failing","reasons":["Error: No answer"]}',
    });
  });

  it('gives metrics as text', async () => {
    const { status, text, headers } = await get('/metrics');
    expect([status, text]).toEqual([200, 'requests_total 7\n']);
    expect(headers.get('content-type')).toContain('text/plain');
  });

  it('knows no other page', async () => {
    expect((await get('/v1/accounts')).status).toBe(404);
  });
});
