import type { ParkedRow } from '@steward/bus';
import { Command } from 'commander';
import { WrongUsage } from './answer.ts';
import { parkedMessages, parkedStreams, serviceOfStream } from './parked-streams.ts';
import { discardVerb, replayVerb } from './parked-work.verb.ts';
import { table } from './table.ts';
import { type Setting, verb } from './verb.ts';

interface ListFlags {
  readonly service?: string;
  readonly consumer?: string;
  readonly reason?: string;
  readonly check: boolean;
}

const listVerb = (setting: Setting) =>
  verb<ListFlags>(
    'list',
    'streams that are set aside, in the order in which they stopped',
    setting,
    async ({ at, flags: { service, consumer, reason, check } }) => {
      const found = await at.withServices(service === undefined ? [] : [service], (open) =>
        Promise.all(open.map((one) => parkedStreams(one, { consumer, reason }))),
      );
      const streams = found.flat();
      const columns = [
        { name: 'stream', of: ({ stream }: (typeof streams)[number]) => stream },
        { name: 'version', of: ({ version }: (typeof streams)[number]) => version },
        { name: 'reason', of: ({ reason: why }: (typeof streams)[number]) => why },
        { name: 'messages', of: ({ messages }: (typeof streams)[number]) => messages },
        { name: 'since', of: ({ since }: (typeof streams)[number]) => since.toISOString() },
      ];
      return {
        json: streams,
        text: streams.length === 0 ? 'Nothing is set aside.' : table(columns, streams),
        isUnhealthy: check && streams.length > 0,
      };
    },
  )
    .option('--service <name>', 'only what this service has set aside')
    .option('--consumer <name>', 'only what this consumer or read model has set aside')
    .option('--reason <reason>', 'only streams that stopped for this reason')
    .option('--check', 'exit with 3 where anything is set aside', false);

const traceOf = (traceparent: string | undefined): string => traceparent?.split('-')[1] ?? '-';

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return body;
  }
};

const headText = ({ consumer, reason, detail, parkedAt, message }: ParkedRow): string =>
  [
    `consumer     ${consumer}`,
    `reason       ${reason}: ${detail}`,
    `set aside    ${parkedAt.toISOString()}`,
    `event        ${message.wire} ${message.id}`,
    `stream       ${message.topic} ${message.key}, version ${message.version}`,
    `happened     ${message.at}`,
    `trace        ${traceOf(message.traceparent)}`,
    `correlation  ${message.correlationId}`,
    pretty(message.body),
  ].join('\n');

const showVerb = (setting: Setting) =>
  verb(
    'show',
    'the message that a stream stopped at, whole, and how much waits behind it',
    setting,
    async ({ at, args: [stream = ''] }) => {
      const messages = await at.withServices([serviceOfStream(stream)], async ([open]) =>
        open ? parkedMessages(open, stream) : [],
      );
      const [head, ...waiting] = messages;
      if (!head) throw new Error(`Nothing is set aside in ${stream}`);
      const behind = waiting.length === 0 ? '' : `\n${waiting.length} more wait behind it`;
      return { json: messages, text: `${headText(head)}${behind}` };
    },
  ).argument('<stream>', 'its name, as `parked list` has it', (name: string) => {
    if (name.includes('.') && name.includes('|')) return name;
    throw new WrongUsage(`${name} is not the name of a stream: parked list has them`);
  });

export const parkedVerbs = (setting: Setting) =>
  new Command('parked')
    .description('what could not succeed, and waits for a person')
    .addCommand(listVerb(setting))
    .addCommand(showVerb(setting))
    .addCommand(replayVerb(setting))
    .addCommand(discardVerb(setting));
