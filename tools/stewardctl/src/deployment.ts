import { connectKafka, consumerNameOf, type Entries } from '@steward/bus';
import { nouns } from '@steward/contracts';
import { defaultStackName, type ServerName, stackStatus } from '@steward/local';
import { type Database, openDatabase } from '@steward/persistence';
import { services } from '@steward/platform';
import { Config, readConfig, type Service } from '@steward/service';
import { v7 as uuidv7 } from 'uuid';
import { WrongUsage } from './answer.ts';

/** What a service reads from the environment, as far as it matters to whoever operates it. */
const Environment = Config.pick({
  NAMESPACE: true,
  TOPIC_PREFIX: true,
  KAFKA_PARTITIONS: true,
  KAFKA_REPLICATION_FACTOR: true,
});

/** A service with its database and its doors open, in this process and nowhere else. */
export interface OpenService extends Entries {
  readonly service: string;
  readonly database: Database;
}

/** The deployment that is operated. */
export interface Deployment {
  readonly mongodbUrl: string;
  readonly brokers: readonly string[];
  readonly namespace: string;
  readonly topicPrefix: string;
  readonly partitions: number;
  readonly kafka: ReturnType<typeof connectKafka>;
  /** Every topic of the platform, as Kafka calls it. */
  readonly topics: readonly string[];
  /** Opens services, lets `run` have them, and closes them. */
  withServices<Result>(
    names: readonly string[],
    run: (open: readonly OpenService[]) => Promise<Result>,
  ): Promise<Result>;
}

const addressOf = (stack: string, name: ServerName): string => {
  const server = stackStatus(stack).servers.find((known) => known.name === name);
  if (server?.url !== undefined && server.state !== 'died') return server.url;
  const variable = name === 'mongodb' ? 'MONGODB_URL' : 'KAFKA_BROKERS';
  throw new Error(
    `${server?.title ?? name} of the local stack "${stack}" does not run: npm start, or name one by ${variable}`,
  );
};

const chosen = (names: readonly string[]): readonly Service[] => {
  const unknown = names.find((name) => !services.some((service) => service.name === name));
  if (unknown !== undefined)
    throw new WrongUsage(
      `There is no service ${unknown}; there are ${services.map(({ name }) => name).join(', ')}`,
    );
  return names.length === 0 ? services : services.filter(({ name }) => names.includes(name));
};

const openService = async (
  service: Service,
  { url, namespace }: { readonly url: string; readonly namespace: string },
): Promise<OpenService> => {
  const database = await openDatabase({ url, name: `${namespace}-${service.name}` });
  await database.generations.refresh();
  const { consumers, projections } = service.open({
    database,
    now: () => new Date(),
    newId: uuidv7,
  });
  return { service: service.name, database, consumers, projections };
};

/** By the environment of a service; servers that it does not name are those of the local stack. */
export const deploymentOf = (
  environment: Readonly<Record<string, string | undefined>>,
  stack: string = defaultStackName(),
): Deployment => {
  const config = readConfig(Environment, environment);
  const { NAMESPACE: namespace, TOPIC_PREFIX: topicPrefix, KAFKA_PARTITIONS: partitions } = config;
  const mongodbUrl = environment.MONGODB_URL || addressOf(stack, 'mongodb');
  const brokers = (environment.KAFKA_BROKERS || addressOf(stack, 'kafka')).split(',');
  return {
    mongodbUrl,
    brokers,
    namespace,
    topicPrefix,
    partitions,
    // What kafkajs has to say on the way is said again by the error that a verb ends with.
    kafka: connectKafka({ brokers, clientId: 'stewardctl', logger: () => undefined }),
    topics: nouns.map(({ topic }) => `${topicPrefix}${topic}`),
    withServices: async (names, run) => {
      const open: OpenService[] = [];
      try {
        for (const service of chosen(names))
          open.push(await openService(service, { url: mongodbUrl, namespace }));
        return await run(open);
      } finally {
        await Promise.all(open.map(({ database }) => database.close()));
      }
    },
  };
};

/** Consumer groups of a service: of a read model that of the generation that serves. */
export const groupsOf = (
  { namespace, topicPrefix }: Pick<Deployment, 'namespace' | 'topicPrefix'>,
  { service, database, consumers, projections }: OpenService,
) => [
  ...consumers.map(({ name, topic }) => ({
    groupId: `${namespace}.${service}.${name}`,
    topics: [`${topicPrefix}${topic}`],
  })),
  ...projections.map(({ name, nouns: heard }) => ({
    groupId: `${namespace}.${consumerNameOf(service, name, database.generations.serving(name))}`,
    topics: heard.map(({ topic }) => `${topicPrefix}${topic}`),
  })),
];
