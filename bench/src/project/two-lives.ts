import { MongoClient } from 'mongodb';
import { report, type Sample } from '../harness/index.ts';
import { factsUnder } from '../world/load-ticket-facts.ts';
import { startPart } from '../world/start-part.ts';
import { factsPerTicket } from '../world/ticket-facts.ts';
import { mongodbUrl, newWorld, worldsOf } from '../world/world.ts';
import { type Holding, wrongRows } from './holdings.ts';

/**
 * Runs a program that builds the read model, lets it kill itself half-way, runs it again, and looks at what
 * the two of them left behind.
 */
const { BENCH_LIFE = '', BENCH_TICKETS = '', BENCH_FACTS = 'facts' } = process.env;
const { BENCH_DATABASE = '', BENCH_IS_KILLED = 'true' } = process.env;
const { BENCH_VIEW = 'view.customer-holdings' } = process.env;
const tickets = Number(BENCH_TICKETS);
const events = tickets * factsPerTicket;
const { NAMESPACE } = newWorld();
/** The second life begins once the broker has given the first one up: fifteen seconds with us, thirty by default. */
const lifeMsMax = 10 * 60_000;

const live = async (killAt?: number): Promise<Sample> => {
  const child = startPart({
    program: new URL(BENCH_LIFE),
    cpu: 'any',
    environment: {
      NAMESPACE,
      TOPIC_PREFIX: factsUnder(worldsOf(process.env), BENCH_FACTS),
      BENCH_ORDERS: JSON.stringify({ tickets, killAt }),
    },
    nodeOptions: JSON.parse(process.env.BENCH_LIFE_OPTIONS ?? '[]'),
  });
  try {
    return (await child.answer(lifeMsMax)) as Sample;
  } finally {
    await child.end();
  }
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const lives = BENCH_IS_KILLED === 'true' ? [await live(events / 2), await live()] : [await live()];
const processes = Object.keys(lives[0]?.cpuSeconds ?? {});
const client = await new MongoClient(mongodbUrl()).connect();
const view = client.db(`${NAMESPACE}-${BENCH_DATABASE}`).collection<Holding>(BENCH_VIEW);
const wrong = await wrongRows(view, tickets);
await client.close();

report({
  units: events,
  seconds: sum(lives.map(({ seconds }) => seconds)),
  cpuSeconds: Object.fromEntries(
    processes.map((name) => [name, sum(lives.map(({ cpuSeconds }) => cpuSeconds[name] ?? 0))]),
  ),
  figures: { wrongRows: wrong, takenTwice: sum(lives.map(({ units }) => units)) - events },
});
