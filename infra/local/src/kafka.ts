import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { outputOf } from './command.ts';
import { findJava } from './java.ts';
import { kafkaJars, kafkaVersion } from './kafka-jars.ts';
import { kafkaProperties } from './kafka-properties.ts';
import { MissingPart } from './missing-part.ts';
import { freePort, host } from './port.ts';
import type { Run, Server } from './server.ts';

const javaRelease = 17;

const identity = {
  name: 'kafka',
  title: 'Apache Kafka',
  urlVariable: 'KAFKA_BROKERS',
  portVariable: 'STEWARD_KAFKA_PORT',
  portDefault: 9092,
  urlAt: (port: number) => `${host}:${port}`,
} as const;

/** Apache Kafka in KRaft mode: one process is the broker and its own controller. */
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

  greet: async (port) => {
    const client = new Kafka({
      brokers: [`${host}:${port}`],
      logLevel: logLevel.NOTHING,
      connectionTimeout: 500,
      retry: { retries: 0 },
    });
    const admin = client.admin();
    try {
      await admin.connect();
      const { brokers, controller } = await admin.describeCluster();
      if (brokers.length === 0 || controller === null) throw new Error('Kafka has no broker yet');
    } finally {
      await admin.disconnect();
    }
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

const writeProperties = async ({ port }: Run, folder: string, data: string): Promise<string> => {
  const path = join(folder, 'server.properties');
  const controllerPort = await freePort();
  await writeFile(path, kafkaProperties({ host, port, controllerPort, data }));
  return path;
};

// The cluster's id is given here once and kept in the data, so a client sees one cluster over every
// restart. The data is formatted beside its place and moved there whole: what a kill leaves half
// done, or still at work, is in nobody's way.
const format = async (run: Run, data: string): Promise<void> => {
  const workshop = await mkdtemp(join(run.folder, 'format-'));
  const formatted = join(workshop, 'data');
  const properties = await writeProperties(run, workshop, formatted);
  const id = randomBytes(16);
  // Without its highest bit the id never begins with a hyphen, which the tool would take for an option.
  id.writeUInt8(id.readUInt8() & 0x7f);
  const clusterId = id.toString('base64url');
  const { command, args } = run.program;
  const tool = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await outputOf(command, [...args, ...tool]);
  await rename(formatted, data);
  await rm(workshop, { recursive: true });
};
