import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type Stack, stackEnvironment, stackFolder } from '@steward/local';
import { services } from '@steward/platform';
import { type Misbehaviour, misbehaveUrl, misbehaviour } from '@steward/testing/faults';
import { type Front, openFront } from './front.ts';
import { type Death, type Slot, slotOf } from './slot.ts';
import { layWays, type Way } from './ways.ts';

export const gatewayName = 'api-gateway';

/** One program, as many times as it has replicas, behind one address. */
export interface Program {
  readonly name: string;
  readonly slots: readonly Slot[];
}

/** The platform as processes of their own on a real stack. */
export interface Town {
  readonly stack: Stack;
  /** Sets this town apart from others on the same servers: of databases, groups and topics. */
  readonly namespace: string;
  readonly topicPrefix: string;
  readonly gatewayUrl: string;
  readonly programs: readonly Program[];
  /** What can go wrong in between; nothing where the town was built without. */
  readonly ways: readonly Way[];
  readonly folder: string;
  program(name: string): Program;
  /** Slots that are meant to run now. */
  running(): readonly Slot[];
  deaths(): readonly Death[];
  stop(): Promise<void>;
}

export interface TownPlan {
  readonly stack: Stack;
  readonly namespace: string;
  /** How many replicas a service can have; one of each runs at first. */
  readonly replicasMax: number;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Whether connections go through proxies that can fail; they cost time. */
  readonly hasWays: boolean;
  /** Guarantees that are taken away, to see whether the referee notices. */
  readonly sabotage?: Misbehaviour['sabotage'];
}

/**
 * Below the ports that systems give to outgoing connections, which would take those of the dead; and apart from
 * those of other towns on the machine, which would be taken for them.
 */
const firstPort = 20_000 + (process.pid % 100) * 110;

const portsFrom = (first: number) => {
  let next = first;
  return async () => {
    const port = await freePort(next);
    next = port + 1;
    return port;
  };
};

const argsOf = (program: string): string[] => [
  '--disable-warning=TimeoutNegativeWarning',
  ...['--import', misbehaveUrl, '--import', '@steward/telemetry/start'],
  `services/${program}/src/main.ts`,
];

const variableOf = (service: string): string =>
  `UPSTREAM_${service.toUpperCase().replaceAll('-', '_')}`;

const environmentOf = ({ stack, namespace, partitions, replicationFactor }: TownPlan) => ({
  ...stackEnvironment(stack),
  NAMESPACE: namespace,
  TOPIC_PREFIX: `${namespace}.`,
  KAFKA_PARTITIONS: String(partitions),
  KAFKA_REPLICATION_FACTOR: String(replicationFactor),
  LOG_LEVEL: 'info',
  // A process that hangs is found out sooner than in production, so that a run sees more of it.
  DEADLINE_SECONDS: '10',
});

const closeMsMax = 1_000;
const noWays = { ways: [], reroute: {} };

/** Builds every process of the platform, and starts one of each. */
export const openTown = async (plan: TownPlan): Promise<Town> => {
  const { stack, namespace, replicasMax, hasWays, sabotage = [] } = plan;
  const folder = join(stackFolder(stack.name), 'runs', namespace);
  mkdirSync(folder, { recursive: true });
  const nextPort = portsFrom(firstPort);
  const environment = environmentOf(plan);
  const fronts: Front[] = [];
  const ways: Way[] = [];

  const build = async (name: string, replicas: number, more: Record<string, string>) => {
    const slots: Slot[] = [];
    const laid = hasWays ? await layWays(stack, name, name === gatewayName) : noWays;
    ways.push(...laid.ways);
    const wish = misbehaviour({ reroute: laid.reroute, ...(name !== gatewayName && { sabotage }) });
    for (let replica = 1; replica <= replicas; replica += 1) {
      const [port, healthPort] = [await nextPort(), await nextPort()];
      const ports = { HTTP_PORT: String(port), HEALTH_PORT: String(healthPort) };
      slots.push(
        slotOf({
          name: `${name}-${replica}`,
          args: argsOf(name),
          environment: { ...environment, ...more, ...ports, ...wish },
          port,
          healthPort,
          logPath: join(folder, `${name}-${replica}.log`),
        }),
      );
    }
    const portsNow = () => slots.filter(({ isWanted }) => isWanted).map(({ port }) => port);
    const front = await openFront(portsNow);
    fronts.push(front);
    return { name, slots, url: front.url };
  };

  const built = [];
  for (const { name } of services) built.push(await build(name, replicasMax, {}));
  const upstreams = Object.fromEntries(built.map(({ name, url }) => [variableOf(name), url]));
  const gateway = await build(gatewayName, 2, upstreams);
  const programs = [...built, gateway];
  const slots = programs.flatMap((program) => program.slots);
  const town: Town = {
    stack,
    namespace,
    topicPrefix: `${namespace}.`,
    gatewayUrl: gateway.url,
    programs,
    ways,
    folder,
    program: (name) => {
      const found = programs.find((program) => program.name === name);
      if (!found) throw new Error(`There is no program ${name}`);
      return found;
    },
    running: () => slots.filter(({ isWanted }) => isWanted),
    deaths: () => slots.flatMap(({ deaths }) => deaths),
    stop: async () => {
      await Promise.all(slots.map((slot) => slot.stop('SIGKILL')));
      await Promise.all(fronts.map((front) => front.close()));
      const proxies = ways.flatMap((way) => way.proxies);
      // A connection that was reset while it was ending may never say that it is closed.
      const closed = Promise.all(proxies.map((proxy) => proxy.close()));
      await Promise.race([closed, sleep(closeMsMax)]);
    },
  };
  try {
    await Promise.all(programs.map((program) => program.slots[0]?.start()));
    return town;
  } catch (error) {
    await town.stop();
    throw error;
  }
};
