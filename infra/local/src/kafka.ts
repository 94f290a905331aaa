import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf } from './command.ts';
import { findJava } from './java.ts';
import { keepGroupsOnFirst, withBroker } from './kafka-admin.ts';
import { kafkaJars, kafkaVersion } from './kafka-jars.ts';
import { controllerPortIn, kafkaProperties } from './kafka-properties.ts';
import { MissingPart } from './missing-part.ts';
import { freePort, host, samePort } from './port.ts';
import type { Run, Server } from './server.ts';

const javaRelease = 17;

const identity = {
  name: 'kafka',
  title: 'Apache Kafka',
  urlVariable: 'KAFKA_BROKERS',
  portVariable: 'STEWARD_KAFKA_PORT',
  portDefault: 9092,
  urlAt: (ports: readonly number[]) => ports.map((port) => `${host}:${port}`).join(','),
} as const;

/** Apache Kafka in KRaft mode: the first broker is the controller as well. */
export const kafka: Server = {
  ...identity,

  provide: async (progress) => {
    const [java, jars] = [await suitableJava(), await kafkaJars(progress, missing)];
    return { version: kafkaVersion, command: java, args: javaArgs(jars) };
  },

  prepare: async (run) => {
    const data = join(run.folder, 'data');
    if (!existsSync(data)) await format(run, data);
    return ['kafka.Kafka', await writeProperties(run, run.folder, data)];
  },

  greet: (port) =>
    withBroker(port, async (admin) => {
      const { brokers, controller } = await admin.describeCluster();
      if (controller === null || !brokers.some((broker) => broker.port === port))
        throw new Error('The broker has no part in its cluster yet');
    }),

  unite: async ({ ports: [first, ...others], awaited }) => {
    if (first !== undefined && others.length > 0 && awaited.includes(first))
      await withBroker(first, keepGroupsOnFirst);
  },
};

const missing = (why: string, cause?: unknown): MissingPart =>
  new MissingPart(identity, {
    why,
    cause,
    install: `Java ${javaRelease} or newer, and Maven (Debian: apt-get install openjdk-17-jre-headless maven)`,
  });

const suitableJava = async (): Promise<string> => {
  const java = await findJava();
  if (java === undefined)
    throw missing(`it needs Java ${javaRelease} or newer, and there is none on PATH.`);
  if (!(java.release >= javaRelease))
    throw missing(
      `it needs Java ${javaRelease} or newer, and ${java.command} is Java ${java.release}.`,
    );
  return java.command;
};

// A small heap and the quick compilers alone: a broker for one developer starts in seconds and stays out of the way.
const javaArgs = (jars: string): string[] => [
  ...['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'],
  ...[
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  ],
  ...['-cp', join(jars, '*')],
];

const propertiesFile = 'server.properties';

const writeProperties = async (run: Run, folder: string, data: string): Promise<string> => {
  const path = join(folder, propertiesFile);
  const { port, member: broker } = run;
  const controllerPort = await controllerPortFor(run);
  await writeFile(path, kafkaProperties({ host, port, controllerPort, data, broker }));
  return path;
};

// The others look for the controller where they last found it, so it stays there if that is possible.
const controllerPortFor = async ({ member, folderOfFirst }: Run): Promise<number> => {
  const path = join(folderOfFirst, propertiesFile);
  const before = existsSync(path) ? controllerPortIn(await readFile(path, 'utf8')) : undefined;
  if (before !== undefined && member > 1) return before;
  const again = before === undefined ? undefined : await samePort(before);
  return again ?? freePort();
};

// The cluster's id is given here once and kept in the data, so a client sees one cluster over every
// restart. The data is formatted beside its place and moved there whole: what a kill leaves half
// done, or still at work, is in nobody's way.
const format = async (run: Run, data: string): Promise<void> => {
  const workshop = await mkdtemp(join(run.folder, 'format-'));
  const formatted = join(workshop, 'data');
  const properties = await writeProperties(run, workshop, formatted);
  const clusterId = run.member === 1 ? newClusterId() : await clusterIdOf(run.folderOfFirst);
  const { command, args } = run.program;
  const tool = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await outputOf(command, [...args, ...tool]);
  await rename(formatted, data);
  await rm(workshop, { recursive: true });
};

const newClusterId = (): string => {
  const id = randomBytes(16);
  // Without its highest bit the id never begins with a hyphen, which the tool would take for an option.
  id.writeUInt8(id.readUInt8() & 0x7f);
  return id.toString('base64url');
};

const clusterIdOf = async (folder: string): Promise<string> => {
  const path = join(folder, 'data', 'meta.properties');
  const id = /^cluster\.id=(.+)$/m.exec(await readFile(path, 'utf8'))?.[1];
  if (id === undefined) throw new Error(`${path} names no cluster`);
  return id;
};
