import {
  AimsReport,
  dataServiceRoutes,
  Instant,
  NeedsReport,
  PipelineReport,
  SatisfactionReport,
  SupportGrouping,
  SupportReport,
} from '@steward/contracts';
import { defaultStackName, platformUrl } from '@steward/local';
import { Command, InvalidArgumentError, Option } from 'commander';
import { aimsText } from './aims-text.ts';
import { type Asking, askGateway } from './ask-gateway.ts';
import { needsText } from './needs-text.ts';
import { pipelineText } from './pipeline-text.ts';
import { satisfactionText } from './satisfaction-text.ts';
import { supportText } from './support-text.ts';

const topMax = 1_000;

interface Wishes {
  readonly url: string;
  readonly token?: string;
  readonly json?: true;
  readonly demonstrations?: true;
  readonly groupBy?: (typeof SupportGrouping.options)[number];
  readonly top?: number;
  readonly from?: string;
  readonly to?: string;
}

const toTop = (text: string): number => {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= topMax) return top;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${topMax}.`);
};

/** A day stands for its first moment in UTC. */
const toMoment = (text: string): string => {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  if (Instant.safeParse(moment).success) return moment;
  throw new InvalidArgumentError('It is a day such as 2026-03-02, or a moment in ISO 8601.');
};

/** One report as a subcommand; `textOf` makes tables of the answer. */
const reportCommand = (
  name: string,
  { path, summary }: { readonly path: string; readonly summary: string },
  textOf: (answer: unknown, wishes: Wishes) => string,
  print: (text: string) => void,
): Command =>
  new Command(name)
    .description(summary)
    .option('--json', 'print the answer of the API as it is: one JSON object')
    .addOption(
      new Option('--url <url>', 'where the gateway is')
        .env('STEWARD_URL')
        .default(platformUrl(defaultStackName())),
    )
    .addOption(
      new Option('--token <token>', 'who asks; without it an analyst of the local stack').env(
        'STEWARD_TOKEN',
      ),
    )
    .option('--demonstrations', 'count accounts too that were made to show or to try something')
    .action(async (wishes: Wishes) => {
      const { url, token, groupBy, top, from, to } = wishes;
      const demonstrations = wishes.demonstrations && 'include';
      const asking: Asking = {
        url,
        token,
        path,
        query: { groupBy, top, from, to, demonstrations },
      };
      const answer = await askGateway(asking);
      print(wishes.json ? answer : textOf(JSON.parse(answer), wishes));
    });

/** `npm run report`: one subcommand for each report. */
export const reportProgram = (print: (text: string) => void): Command => {
  const { reportSupport, reportPipeline, reportSatisfaction, reportAims, reportNeeds } =
    dataServiceRoutes;
  const support = reportCommand(
    'support',
    reportSupport,
    (answer, wishes) => supportText(SupportReport.parse(answer), wishes),
    print,
  )
    .addOption(new Option('--group-by <what>', 'break it down').choices(SupportGrouping.options))
    .option(
      '--top <count>',
      'how many groups, pairs of teams and persons, those with the most first',
      toTop,
    );
  const pipeline = reportCommand(
    'pipeline',
    reportPipeline,
    (answer) => pipelineText(PipelineReport.parse(answer)),
    print,
  );
  const satisfaction = reportCommand(
    'satisfaction',
    reportSatisfaction,
    (answer) => satisfactionText(SatisfactionReport.parse(answer)),
    print,
  );
  const aims = reportCommand(
    'aims',
    reportAims,
    (answer) => aimsText(AimsReport.parse(answer)),
    print,
  )
    .option('--from <moment>', 'what was raised or discovered on this day or later', toMoment)
    .option('--to <moment>', 'and before this day', toMoment);
  const needs = reportCommand(
    'needs',
    reportNeeds,
    (answer) => needsText(NeedsReport.parse(answer)),
    print,
  ).option('--top <count>', 'how many offerings, those that most have first', toTop);
  return new Command('npm run report --')
    .description('Prints what data-service knows of the company.')
    .addCommand(support)
    .addCommand(pipeline)
    .addCommand(satisfaction)
    .addCommand(aims)
    .addCommand(needs);
};
