import type { logCreator } from 'kafkajs-mended';

export interface KafkaLogEntry {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly message: string;
  /** What else kafkajs said: broker, group, error, stack. */
  readonly details: Readonly<Record<string, unknown>>;
}

export type KafkaLog = (entry: KafkaLogEntry) => void;

// kafkajs's own numbers; whatever is not among them says more than anyone asked for.
const levels: Readonly<Record<number, KafkaLogEntry['level']>> = {
  1: 'error',
  2: 'warn',
  4: 'info',
};

/**
 * A refusal of the broker is thrown to whoever asked, who tries again or reports it. What the connection logs of it,
 * as an error, is an echo; in a rebalance there are many.
 */
const isEcho = (message: string): boolean => message.startsWith('Response ');

/** Hands on what kafkajs logs, under names that do not depend on kafkajs. */
export const kafkaLogCreator =
  (write: KafkaLog): logCreator =>
  () =>
  ({ namespace, level, log: { message, timestamp: _, logger, ...details } }) =>
    write({
      level: isEcho(message) ? 'debug' : (levels[level] ?? 'debug'),
      message,
      details: { logger: namespace ? `${logger ?? 'kafkajs'}.${namespace}` : logger, ...details },
    });

/** One line of JSON, for whoever has no log to offer. */
export const logToStderr: KafkaLog = (entry) => {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
};
