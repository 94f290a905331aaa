import { defaultStackName, platformUrl } from '@steward/local';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CannotGoOn } from './cannot-go-on.ts';
import { importCrm } from './crm/import-crm.ts';
import { importIncidents } from './incidents/import-incidents.ts';
import { type Summary, summaryText } from './run/summary.ts';
import { terminalWatch } from './run/watch.ts';
import { concurrencyDefault, settleSecondsDefault, type Wish } from './wish.ts';

type Flags = Omit<Wish, 'path' | 'signal' | 'watch'> & { readonly json: boolean };

const atLeast = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`Must be a whole number from ${least} to ${most}.`);
};

/** Ctrl-C ends an import in good order, so that the same command goes on with it. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stopping.abort());
  return stopping.signal;
};

const run = async (
  importThem: (wish: Wish) => Promise<Summary>,
  path: string,
  { json, ...flags }: Flags,
) => {
  const watch = terminalWatch(process.stderr);
  try {
    const summary = await importThem({ ...flags, path, watch, signal: stopSignal() });
    process.stdout.write(json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
  } catch (error) {
    // What is not foreseen shows where it broke; what is foreseen says all there is to say.
    const reason = error instanceof CannotGoOn ? error.message : ((error as Error).stack ?? error);
    watch.say(`The import could not finish: ${reason}`);
    process.exitCode = 1;
  }
};

const program = new Command('npm run import --').description(
  'Brings the records of another system in through the API, with their original times.',
);

const subcommand = (name: string, argument: string, about: string) =>
  program
    .command(name)
    .description(about)
    .argument(argument)
    .option('--map <mapping>', 'a mapping that ships, by name, or the path of one')
    .addOption(
      new Option('--url <url>', 'where the gateway is')
        .env('STEWARD_URL')
        .default(platformUrl(defaultStackName())),
    )
    .addOption(
      new Option('--token <token>', 'who imports; without it an importer of the local stack').env(
        'STEWARD_TOKEN',
      ),
    )
    .option('--concurrency <calls>', 'calls at once', atLeast(1, 1024), concurrencyDefault)
    .option('--state <directory>', 'where the journal and the report of bad rows are kept')
    .option('--restart', 'begin anew, whatever an earlier run has written down')
    .option(
      '--settle-seconds <seconds>',
      'how long to wait for the reports at the end',
      atLeast(0, 86_400),
      settleSecondsDefault,
    )
    .option('--json', 'print the summary as one JSON object', false);

subcommand('incidents', '<file>', "a help desk's log, one row for each change of a ticket").action(
  (file: string, flags: Flags) => run(importIncidents, file, flags),
);
subcommand('crm', '<directory>', 'accounts, products, sales agents and opportunities').action(
  (directory: string, flags: Flags) => run(importCrm, directory, flags),
);

await program.parseAsync();
