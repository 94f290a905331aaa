import type { Benchmark, ProgramContender, Setting } from '../harness/index.ts';
import { factsUnder, loadTicketFacts } from '../world/load-ticket-facts.ts';
import { worldGround } from '../world/world-ground.ts';

/** A contender that lives its life, or two of them, on the facts that `prepareFacts` has loaded. */
export const lifeOf = (
  name: string,
  life: URL,
  database: string,
  environment: Readonly<Record<string, string>> = {},
): ProgramContender => ({
  kind: 'program',
  name,
  program: new URL('./two-lives.ts', import.meta.url),
  cpu: 'any',
  environment: { BENCH_LIFE: life.href, BENCH_DATABASE: database, ...environment },
});

/** How many tickets there are, and which of their facts belong to which trace where they do. */
interface FactsWanted {
  readonly full: number;
  readonly quick: number;
  /** By the name that a contender asks for them by in `BENCH_FACTS`. */
  readonly traces?: Readonly<Record<string, (position: number) => string | undefined>>;
}

const untraced = { facts: () => undefined };

/** Loads the histories of so many tickets, once for all contenders and rounds. */
export const prepareFacts =
  ({ full, quick, traces = untraced }: FactsWanted) =>
  async (setting: Setting) => {
    const ground = await worldGround(setting);
    const tickets = setting.isQuick ? quick : full;
    const { kafkaBrokers: brokers } = ground.stack;
    for (const [name, traceparentOf] of Object.entries(traces)) {
      setting.tell(`  loading the histories of ${tickets} tickets: ${name}`);
      const topicPrefix = factsUnder(ground.worlds, name);
      await loadTicketFacts({ brokers, topicPrefix }, { tickets, traceparentOf });
    }
    return { ...ground, environment: { ...ground.environment, BENCH_TICKETS: String(tickets) } };
  };

const life = (file: string): URL => new URL(`./${file}.ts`, import.meta.url);

export const project: Benchmark = {
  name: 'project',
  work: 'A loaded topic into a read model, killed half-way and started again; time at work, without the waiting for the dead',
  unit: 'event',
  contenders: [
    lifeOf('steward', life('steward-life'), 'account'),
    lifeOf('eachMessage + updateOne', life('update-one-life'), 'plain'),
    lifeOf('inbox transaction', life('inbox-life'), 'plain'),
  ],
  targets: [
    { baseline: 'eachMessage + updateOne', reach: 6 },
    { baseline: 'inbox transaction', reach: 12 },
    { figure: 'wrongRows', atMost: 0 },
  ],
  rounds: { full: 5, quick: 2 },
  prepare: prepareFacts({ full: 6_250, quick: 1_250 }),
};
