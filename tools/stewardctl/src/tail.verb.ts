import { type Passing, tailTopics } from '@steward/bus';
import { eventByWire } from '@steward/contracts';
import { InvalidArgumentError } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { WrongUsage } from './answer.ts';
import type { Deployment } from './deployment.ts';
import { count, type Setting, verb } from './verb.ts';

interface Flags {
  readonly from: 'beginning' | 'end' | Date;
  readonly key?: string;
  readonly type?: string;
  readonly count?: number;
}

const moment = (text: string): Flags['from'] => {
  if (text === 'beginning' || text === 'end') return text;
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  throw new InvalidArgumentError('It is beginning, end, or a time such as 2026-03-02T12:00:00Z.');
};

const typeOf = (wire: string): string => eventByWire(wire)?.type ?? wire;

const topicsOf = ({ topics, topicPrefix }: Deployment, wanted: readonly string[]): string[] => {
  const unknown = wanted.find((topic) => !topics.includes(`${topicPrefix}${topic}`));
  if (unknown !== undefined) {
    const known = topics.map((topic) => topic.slice(topicPrefix.length)).join(', ');
    throw new WrongUsage(`There is no topic ${unknown}; there are ${known}`);
  }
  return wanted.length === 0 ? [...topics] : wanted.map((topic) => `${topicPrefix}${topic}`);
};

const isWanted = ({ message }: Passing, { key, type }: Flags): boolean => {
  if ('unreadable' in message) return key === undefined && type === undefined;
  const { key: ofMessage, wire } = message;
  return (
    (key === undefined || ofMessage === key) &&
    (type === undefined || wire === type || typeOf(wire) === type)
  );
};

const lineOf = ({ topic, partition, offset, recordedAt, message }: Passing): string => {
  if ('unreadable' in message)
    return `- ${topic} ${partition}@${offset} is no event: ${message.unreadable}`;
  const { key, version, wire, at, traceparent, correlationId } = message;
  const trace = traceparent?.split('-')[1] ?? '-';
  return `${recordedAt ?? at} ${topic} ${key} ${version} ${typeOf(wire)} trace=${trace} correlation=${correlationId}`;
};

const dataOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return body.toString();
  }
};

const jsonOf = ({ message, ...place }: Passing): string => {
  if ('unreadable' in message) return JSON.stringify({ ...place, ...message });
  const { body, wire, ...event } = message;
  return JSON.stringify({ ...place, type: typeOf(wire), wire, ...event, data: dataOf(body) });
};

export const tailVerb = (setting: Setting) =>
  verb<Flags>(
    'tail',
    'events as they pass, one a line, until Ctrl-C',
    setting,
    async ({ at, args, flags, terminal }) => {
      const enough = new AbortController();
      let seen = 0;
      await tailTopics({
        kafka: at.kafka,
        groupId: `${at.namespace}.stewardctl.tail-${uuidv7()}`,
        topics: topicsOf(at, args),
        topicPrefix: at.topicPrefix,
        from: flags.from,
        signal: AbortSignal.any([terminal.signal, enough.signal]),
        onMessage: (passing) => {
          if (seen === flags.count || !isWanted(passing, flags)) return;
          terminal.print(flags.json ? jsonOf(passing) : lineOf(passing));
          seen += 1;
          if (seen === flags.count) enough.abort();
        },
      });
      return undefined;
    },
  )
    .argument('[topics...]', 'without the prefix; all of them where none is named')
    .option('--from <when>', 'beginning, end, or a time', moment, 'end')
    .option('--key <id>', 'only events of this aggregate')
    .option('--type <type>', 'only events of this type, such as TicketRaised')
    .option('--count <events>', 'end after so many', count);
