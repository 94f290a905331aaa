import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectKafka } from '@steward/bus';
import type { Stack } from '@steward/local';
import { services } from '@steward/platform';
import type { Misbehaviour } from '@steward/testing/faults';
import { MongoClient } from 'mongodb';
import { type Chance, chance as chanceOf } from './chance.ts';
import { replayAllParked } from './heal-parked.ts';
import { type Journal, openJournal } from './load/journal.ts';
import { lateOfferings, startLoad } from './load/load.ts';
import { compared, type Measures, measureNow } from './measure.ts';
import type { Facts, Measured, OffsetSample, Violation } from './referee/facts.ts';
import { judge } from './referee/judge.ts';
import { modelOf } from './referee/model.ts';
import { readServices } from './referee/read-databases.ts';
import { readLog } from './referee/read-log.ts';
import { sampleOffsets } from './referee/read-offsets.ts';
import { type Remainder, settle } from './settle.ts';
import type { Fault, Ground } from './strikes/fault.ts';
import { makeWhole } from './strikes/make-whole.ts';
import { strikeAll } from './strikes/strike.ts';
import { openTown } from './town/town.ts';

export interface RunPlan {
  readonly stack: Stack;
  readonly seed: number;
  /** How long faults strike; where nothing is said, each of them strikes once, in order. */
  readonly seconds?: number;
  readonly faults: readonly Fault[];
  readonly crowdSize: number;
  readonly replicasMax: number;
  /** How long everything may take to come to rest once nothing is wrong any more. */
  readonly settleSecondsMax: number;
  /** Guarantees that are taken away, to see whether the referee notices. */
  readonly sabotage?: Misbehaviour['sabotage'];
  readonly tell: (line: string) => void;
}

/** What a run came to. */
export interface Outcome {
  readonly violations: readonly Violation[];
  readonly strikes: ReadonlyMap<string, number>;
  readonly figures: Readonly<Record<string, number>>;
  readonly folder: string;
}

const warmUpMs = 4_000;
const sampleEveryMs = 5_000;

/** Samples offsets until it is stopped. What cannot be read because a server is away is not sampled. */
const startSampling = (ground: Ground) => {
  const samples: OffsetSample[] = [];
  const stopping = new AbortController();
  const { town, client, models, kafka } = ground;
  const sample = async () => {
    const admin = kafka.admin({ retry: { retries: 0 } });
    try {
      await admin.connect();
      samples.push(...(await sampleOffsets({ ...town, admin, client }, models)));
    } finally {
      await admin.disconnect();
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await sample().catch(() => undefined);
      await sleep(sampleEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await sample();
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      return samples;
    },
  };
};

const readFacts = async (
  { town, client, models, kafka }: Ground,
  {
    journal,
    samples,
    measured,
  }: { journal: Journal; samples: readonly OffsetSample[]; measured: readonly Measured[] },
): Promise<Facts> => {
  const { namespace, topicPrefix } = town;
  const topics = models.flatMap(({ nouns }) => nouns.map(({ noun }) => noun.topic));
  return {
    intentions: journal.intentions,
    services: await readServices(client, namespace, models),
    log: await readLog(kafka, { topics, topicPrefix }),
    samples,
    measured,
    topicPrefix,
    lateOfferings,
  };
};

const restlessness = (when: string, left: Remainder | undefined): Violation[] =>
  left ? [{ invariant: 'everythingComesToRest', what: `no rest ${when}`, evidence: left }] : [];

const figuresOf = ({ intentions, log, services, samples }: Facts) => ({
  requests: intentions.length,
  sendings: intentions.reduce((sum, { attempts }) => sum + attempts.length, 0),
  events: services.reduce((sum, { events }) => sum + events.length, 0),
  messages: log.length,
  guards: services.reduce((sum, { guards }) => sum + guards.length, 0),
  setAside: services.reduce((sum, { parked }) => sum + parked.length, 0),
  samples: samples.length,
});

interface Course {
  readonly ground: Ground;
  readonly journal: Journal;
  readonly chance: Chance;
  readonly warm: Measures;
  /** Ends what is asked for again and again. */
  readonly lastCall: AbortController;
}

/** Faults under load, rest, judgement; then what was set aside is healed and taken up, and judged again. */
const runCourse = async (
  { ground, journal, chance, warm, lastCall }: Course,
  { seconds, faults, settleSecondsMax, tell }: RunPlan,
): Promise<Outcome> => {
  const { town, load } = ground;
  const sampling = startSampling(ground);
  const strikes = await strikeAll(ground, { faults, chance: chance.fork('faults'), seconds, tell });
  await makeWhole(town);
  tell('nothing is wrong any more; the load ends');
  const giveUp = setTimeout(() => lastCall.abort(), settleSecondsMax * 1_000);
  await load.close();
  clearTimeout(giveUp);
  const rest = await settle(ground, settleSecondsMax);
  tell(`at rest after ${rest.seconds} s`);
  const samples = await sampling.stop();
  tell(`${samples.length} samples of offsets`);
  const measured = compared(warm, await measureNow(ground));
  tell('measured');
  const first = await readFacts(ground, { journal, samples, measured });
  tell(`read ${first.log.length} messages`);
  const atRest = [...restlessness('after the faults', rest.left), ...judge(first)];
  const figures = {
    ...figuresOf(first),
    deaths: town.deaths().length,
    settleSeconds: rest.seconds,
  };
  const { folder } = town;
  // What is wrong already is not made clearer by going on.
  if (atRest.length > 0) return { violations: atRest, strikes, figures, folder };

  await load.publishLateOfferings();
  await settle(ground, settleSecondsMax);
  const replayed = await replayAllParked(ground);
  tell(`${replayed} streams that were set aside taken up again`);
  const second = await settle(ground, settleSecondsMax);
  const healed = await readFacts(ground, { journal, samples: [], measured: [] });
  const violations = [...restlessness('after the replay', second.left), ...judge(healed)];
  return { violations, strikes, figures: { ...figures, replayed }, folder };
};

/** One run: a town of its own, a load, faults, and a judgement. Everything random follows from the seed. */
export const runFaults = async (plan: RunPlan): Promise<Outcome> => {
  const { stack, seed, crowdSize, replicasMax, faults, sabotage } = plan;
  const chance = chanceOf(seed);
  const namespace = `faults-${seed}-${Date.now().toString(36)}`;
  const town = await openTown({
    stack,
    namespace,
    replicasMax,
    partitions: 4,
    replicationFactor: 1,
    hasWays: faults.some(({ kind }) => kind === 'network'),
    ...(sabotage && { sabotage }),
  });
  const client = new MongoClient(stack.mongodbUrl, { readConcernLevel: 'majority' });
  const kafka = connectKafka({
    brokers: stack.kafkaBrokers,
    clientId: 'faults',
    logger: () => undefined,
  });
  const journal = openJournal(join(town.folder, 'journal.jsonl'));
  const lastCall = new AbortController();
  try {
    const load = await startLoad(
      {
        gatewayUrl: town.gatewayUrl,
        stackName: stack.name,
        journal,
        chance: chance.fork('load'),
        lastCall: lastCall.signal,
      },
      { crowdSize },
    );
    const ground: Ground = { town, models: services.map(modelOf), kafka, client, load };
    await sleep(warmUpMs);
    const warm = await measureNow(ground);
    return await runCourse({ ground, journal, chance, warm, lastCall }, plan);
  } finally {
    lastCall.abort();
    await town.stop();
    await client.close();
    await journal.close();
  }
};
