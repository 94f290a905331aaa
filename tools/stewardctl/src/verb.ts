import { defaultStackName } from '@steward/local';
import { Command, InvalidArgumentError } from 'commander';
import { type Answer, exitCodes, type Terminal } from './answer.ts';
import { type Deployment, deploymentOf } from './deployment.ts';

/** What every verb is called with. */
export interface Setting {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly end: (exitCode: number) => void;
}

export interface Call<Flags> {
  readonly at: Deployment;
  readonly args: readonly string[];
  readonly flags: Flags & { readonly json: boolean };
  readonly terminal: Terminal;
}

/** Answers what is to be printed; nothing where it has printed all there is to say. */
export type Run<Flags> = (call: Call<Flags>) => Promise<Answer | undefined>;

/** A verb with what all verbs have: the local stack, `--json`, exit codes. */
export const verb = <Flags>(
  name: string,
  description: string,
  { environment, terminal, end }: Setting,
  run: Run<Flags>,
): Command => {
  const command = new Command(name)
    .description(description)
    .option('--json', 'print one JSON value, for machines', false)
    .option(
      '--stack <name>',
      'the local stack, where MONGODB_URL and KAFKA_BROKERS name none',
      defaultStackName(),
    );
  return command.action(async () => {
    const flags = command.opts<Flags & { json: boolean; stack: string }>();
    const args = command.processedArgs.flat().filter((arg): arg is string => arg !== undefined);
    const at = deploymentOf(environment, flags.stack);
    const answer = await run({ at, args, flags, terminal });
    if (!answer) return;
    terminal.print(flags.json ? JSON.stringify(answer.json, undefined, 2) : answer.text);
    if (answer.isUnhealthy) end(exitCodes.unhealthy);
  });
};

/** A whole number from 0 on, as an option's value. */
export const count = (text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('It is a whole number from 0 on.');
};
