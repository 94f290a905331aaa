import { resetStack, startStack } from '@steward/local';
import { type Outcome, runFaults } from './run.ts';
import { noticedIn, trials } from './sabotage.ts';
import { faultsOf } from './strikes/faults.ts';
import { readWish, type Wish } from './wish.ts';

const tell = (line: string) => process.stdout.write(`${line}\n`);

const shownMax = 5;
const evidenceMax = 2_000;

const tellViolations = ({ violations, folder }: Outcome, wish: Wish, seed: number) => {
  tell(`✗ ${violations.length} violations; journal and logs are in ${folder}`);
  const byInvariant = Map.groupBy(violations, ({ invariant }) => invariant);
  for (const [invariant, found] of byInvariant) {
    tell(`  ${invariant}: ${found.length}`);
    for (const { what, evidence } of found.slice(0, shownMax))
      tell(`    ${what}\n      ${JSON.stringify(evidence)?.slice(0, evidenceMax)}`);
  }
  const kinds = wish.kinds.length > 0 ? ` --faults ${wish.kinds.join(',')}` : '';
  tell(`  again: npm run test:faults -- --seed ${seed} --seconds ${wish.seconds}${kinds}`);
};

const tellOutcome = (outcome: Outcome, wish: Wish, seed: number) => {
  tell(`  ${JSON.stringify(outcome.figures)}`);
  tell(`  ${JSON.stringify(Object.fromEntries(outcome.strikes))}`);
  if (outcome.violations.length > 0) tellViolations(outcome, wish, seed);
  else tell(`✓ seed ${seed}: the referee found nothing`);
};

const clock = () => {
  const began = performance.now();
  return (line: string) =>
    tell(`${((performance.now() - began) / 1_000).toFixed(1)} s`.padStart(9).concat(`  ${line}`));
};

const replicasMax = 3;
/** One of each server, or as many as it takes for one of them to go. */
const single = { mongodbMembers: 1, kafkaBrokers: 1 } as const;
const several = { mongodbMembers: 3, kafkaBrokers: 2 } as const;

const freshStack = async (name: string, members: typeof single | typeof several) => {
  await resetStack(name);
  return startStack({ name, ...members, onProgress: tell });
};

const runRounds = async (wish: Wish): Promise<boolean> => {
  const { seconds, rounds, kinds, stackName } = wish;
  for (let round = 0; round < rounds; round += 1) {
    const stack = await freshStack(stackName, several);
    const seed = wish.seed + round;
    tell(`seed ${seed}, ${seconds} s`);
    const outcome = await runFaults({
      ...{ stack, seed, seconds, replicasMax },
      faults: faultsOf(kinds),
      crowdSize: 1,
      settleSecondsMax: wish.settleSeconds,
      tell: clock(),
    });
    tellOutcome(outcome, wish, seed);
    // What a failing run left in the servers is kept for whoever looks into it.
    if (outcome.violations.length > 0) return false;
  }
  await resetStack(stackName);
  return true;
};

const tryReferee = async (wish: Wish): Promise<boolean> => {
  const chosen = trials.filter(({ name }) => wish.sabotage === 'all' || wish.sabotage === name);
  let isAwake = chosen.length > 0;
  for (const trial of chosen) {
    const stack = await freshStack(wish.stackName, single);
    const noticed = await noticedIn([trial], { stack, seed: wish.seed, tell: clock() });
    const isNoticed = noticed.includes(trial.noticedBy);
    tell(`${isNoticed ? '✓' : '✗'} ${trial.name}: noticed by ${noticed.join(', ') || 'nobody'}`);
    isAwake &&= isNoticed;
  }
  await resetStack(wish.stackName);
  return isAwake;
};

const wish = readWish(process.argv.slice(2));
const isFine = wish.sabotage === undefined ? await runRounds(wish) : await tryReferee(wish);
process.exit(isFine ? 0 : 1);
