import type { Benchmark, ProgramContender, Setting } from '../harness/index.ts';
import { loadTicketFacts } from '../world/load-ticket-facts.ts';
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

/** Loads the histories of so many tickets, once for all contenders and rounds. */
export const prepareFacts =
  (tickets: { readonly full: number; readonly quick: number }) => async (setting: Setting) => {
    const ground = await worldGround(setting);
    const topicPrefix = `${ground.worlds}-facts.`;
    const count = setting.isQuick ? tickets.quick : tickets.full;
    setting.tell(`  loading the histories of ${count} tickets`);
    await loadTicketFacts({ brokers: ground.stack.kafkaBrokers, topicPrefix }, { tickets: count });
    return {
      ...ground,
      environment: {
        ...ground.environment,
        BENCH_TOPIC_PREFIX: topicPrefix,
        BENCH_TICKETS: String(count),
      },
    };
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
