import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { machine, type Outcome, runBenchmark, tableOf } from './harness/index.ts';

const usage = `npm run bench [-- <name>… [--quick] [--json] [--rounds N]]

  A name chooses every benchmark that begins with it; without one, all run.
  --quick   fewer and shorter rounds: a look, not a measurement
  --json    everything as measured, and the machine

`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const isChosen = ({ name }: { readonly name: string }): boolean =>
  positionals.length === 0 ||
  positionals.some((wanted) => name === wanted || name.startsWith(`${wanted}-`));

const roundsWanted = (): number | undefined => {
  if (values.rounds === undefined) return undefined;
  const rounds = Number(values.rounds);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`--rounds is a whole number from 1 up, not ${values.rounds}`);
};

const run = async (): Promise<void> => {
  const chosen = benchmarks.filter(isChosen);
  if (chosen.length === 0)
    throw new Error(`${usage}Benchmarks: ${benchmarks.map(({ name }) => name).join(', ')}`);
  const here = machine();
  tell(`${here.cpu}, ${here.cores} cores, Node ${here.node}, ${here.load}`);
  const rounds = roundsWanted();
  const outcomes: Outcome[] = [];
  for (const benchmark of chosen) {
    tell(benchmark.name);
    const outcome = await runBenchmark(benchmark, { isQuick: values.quick, tell }, rounds);
    outcomes.push(outcome);
    if (!values.json) process.stdout.write(`\n${tableOf(outcome)}\n`);
  }
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine: here, outcomes }, null, 2)}\n`);
  if (outcomes.some(({ hasFailed }) => hasFailed)) process.exitCode = 1;
};

// By way of `exit`, so that no contender outlives the run.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

try {
  await run();
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : `${error}`);
  process.exitCode = 1;
}
