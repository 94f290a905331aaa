import { resetStack, startStack } from '@steward/local';
import { type Outcome, runFaults } from './run.ts';
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

const runRounds = async (wish: Wish): Promise<boolean> => {
  const { seconds, rounds, kinds, stackName } = wish;
  let isClean = true;
  for (let round = 0; round < rounds; round += 1) {
    await resetStack(stackName);
    const stack = await startStack({ name: stackName, onProgress: tell });
    const seed = wish.seed + round;
    tell(`seed ${seed}, ${seconds} s`);
    const began = performance.now();
    const clock = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`.padStart(9);
    const outcome = await runFaults({
      stack,
      seed,
      seconds,
      faults: faultsOf(kinds),
      crowdSize: 1,
      replicasMax: 3,
      settleSecondsMax: wish.settleSeconds,
      tell: (line) => tell(`${clock()}  ${line}`),
    });
    tellOutcome(outcome, wish, seed);
    isClean &&= outcome.violations.length === 0;
    // What a failing run left in the servers is kept for whoever looks into it.
    if (!isClean) return false;
  }
  await resetStack(stackName);
  return isClean;
};

process.exit((await runRounds(readWish(process.argv.slice(2)))) ? 0 : 1);
