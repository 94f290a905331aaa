import { parseArgs } from 'node:util';
import { defaultStackName } from './folders.ts';
import { resetStack, startStack, stopStack } from './stack.ts';
import { type ServerStatus, stackStatus } from './status.ts';

const usage = `npm run stack -- <command> [--name dev] [--json]

  up      bring up Apache Kafka, MongoDB and Redis; those that run are kept
          --mongodb-members 3 and --kafka-brokers 2 make a new stack larger
  down    stop them; their data stays
  reset   stop them and delete their data
  status  say how they are; the exit code is 1 when one of them has died
`;

interface Wish {
  readonly name: string;
  readonly json: boolean;
  readonly 'mongodb-members'?: string | undefined;
  readonly 'kafka-brokers'?: string | undefined;
}

/** A number that an option allows; nothing where it is not given. */
const oneOf = <Allowed extends number>(
  text: string | undefined,
  allowed: readonly Allowed[],
): Allowed | undefined => {
  const number = allowed.find((candidate) => String(candidate) === text);
  if (text !== undefined && number === undefined) throw new Error(usage);
  return number;
};

const tell = (line: string) => process.stderr.write(`${line}\n`);
const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

const lineOf = ({ title, version, state, url, pid, report }: ServerStatus): string => {
  if (report !== undefined) return `✗ ${report}`;
  if (state === 'running') return `✓ ${title} ${version} runs at ${url} (process ${pid})`;
  return state === 'elsewhere' ? `→ ${title} is used at ${url}` : `· ${title} is stopped`;
};

const commands: Record<string, (wish: Wish) => Promise<void>> = {
  up: async ({ name, json, ...counts }) => {
    const mongodbMembers = oneOf(counts['mongodb-members'], [1, 3]);
    const kafkaBrokers = oneOf(counts['kafka-brokers'], [1, 2]);
    const stack = await startStack({ name, mongodbMembers, kafkaBrokers, onProgress: tell });
    if (json) answer(stack);
  },
  down: ({ name }) => stopStack(name, tell),
  reset: ({ name }) => resetStack(name, tell),
  status: async ({ name, json }) => {
    const status = stackStatus(name);
    if (json) answer(status);
    else for (const server of status.servers) process.stdout.write(`${lineOf(server)}\n`);
    if (status.servers.some(({ state }) => state === 'died')) process.exitCode = 1;
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: defaultStackName() },
    json: { type: 'boolean', default: false },
    'mongodb-members': { type: 'string' },
    'kafka-brokers': { type: 'string' },
  },
});
const command = commands[positionals[0] ?? ''];

try {
  if (command === undefined || positionals.length > 1) throw new Error(usage);
  await command(values);
} catch (error) {
  tell(error instanceof Error ? error.message : `${error}`);
  process.exitCode = 1;
}
