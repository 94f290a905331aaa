import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { host } from './port.ts';
import type { Union } from './server.ts';

export const replicaSet = 'rs0';
const notYetInitialized = 94;

/** What a member says of itself; nothing where it is away. */
interface Hello {
  readonly isWritablePrimary?: boolean;
  readonly secondary?: boolean;
  readonly me?: string;
}

interface ReplicaSetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

/** Talks to members one by one, whatever their set thinks of them. */
export const withMembers = async <Result>(
  ports: readonly number[],
  work: (admins: readonly Db[]) => Promise<Result>,
): Promise<Result> => {
  const clients = ports.map(
    (port) =>
      new MongoClient(`mongodb://${host}:${port}/?directConnection=true`, {
        serverSelectionTimeoutMS: 500,
      }),
  );
  try {
    return await work(clients.map((client) => client.db('admin')));
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
};

/** The member that takes writes, by its port; undefined while there is none. */
export const primaryOf = (ports: readonly number[]): Promise<number | undefined> =>
  withMembers(ports, async (admins) => {
    const hellos = await Promise.all(admins.map(helloOf));
    return ports[hellos.findIndex((hello) => hello?.isWritablePrimary)];
  });

/** Has a primary make room for another, and not come back before that one had its chance. */
export const stepDownPrimary = (port: number): Promise<void> =>
  withMembers([port], async ([admin]) => {
    await admin?.command({ replSetStepDown: 4, secondaryCatchUpPeriodSecs: 2, force: true });
  });

/**
 * Has members take their part in the set. Where all are awaited there has to be a primary too; a few of
 * them may be too few for one, and have done what they can as secondaries.
 */
export const uniteReplicaSet = ({ ports, awaited }: Union): Promise<void> =>
  withMembers(ports, async (admins) => {
    const hellos = await Promise.all(admins.map(helloOf));
    const primary = hellos.findIndex((hello) => hello?.isWritablePrimary);
    const spokesman = primary < 0 ? hellos.findIndex((hello) => hello !== undefined) : primary;
    await configure(admins[spokesman], ports);
    const idle = awaited.find((port) => !takesPart(hellos[ports.indexOf(port)], port));
    if (idle !== undefined)
      throw new Error(`MongoDB on ${host}:${idle} has no part in its set yet`);
    if (primary < 0 && awaited.length === ports.length)
      throw new Error('MongoDB has no primary yet');
  });

const helloOf = async (admin: Db): Promise<Hello | undefined> => {
  try {
    return await admin.command({ hello: 1 });
  } catch {
    // Whether it should be there is for the caller to say.
    return undefined;
  }
};

const takesPart = (hello: Hello | undefined, port: number): boolean =>
  hello?.me === `${host}:${port}` && (hello.isWritablePrimary === true || hello.secondary === true);

// The set remembers its members by address, and a server that does not find itself among the
// members serves nobody: after a change of ports the entries follow.
const configure = async (admin: Db | undefined, ports: readonly number[]): Promise<void> => {
  if (admin === undefined) throw new Error('No member of MongoDB answers yet');
  const config = await currentConfig(admin);
  const hosts = ports.map((port) => `${host}:${port}`);
  if (config === undefined) {
    await admin.command({ replSetInitiate: initialConfig(hosts) });
  } else if (config.members.some((member, index) => member.host !== hosts[index])) {
    const members = config.members.map((member, index) => ({ ...member, host: hosts[index] }));
    const replSetReconfig = { ...config, members, version: config.version + 1 };
    await admin.command({ replSetReconfig, force: true });
  }
};

const initialConfig = (hosts: readonly string[]) => ({
  _id: replicaSet,
  members: hosts.map((member, index) => ({ _id: index, host: member })),
  // The others notice a primary's death, and have another, within a few seconds instead of ten and more.
  ...(hosts.length > 1 && {
    settings: { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 },
  }),
});

const currentConfig = async (admin: Db): Promise<ReplicaSetConfig | undefined> => {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    return config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
};
