import { openSync } from 'node:fs';
import { type DestinationStream, destination, pino, stdSerializers } from 'pino';
import { parseTraceparent } from './traceparent.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * Writes one line. An error belongs in `fields.error`, where it is written with all its causes;
 * a `traceparent` becomes `trace_id`. Bodies of requests and messages never belong here.
 */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

/** Lines are JSON, named by their level, and say nothing of the machine: whoever collects them knows it. */
export const logTo = (stream: DestinationStream, level: string) => {
  const root = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.errWithCause },
    },
    stream,
  );
  return (name: string): Log => {
    const named = root.child({ name });
    return (level, message, fields) => {
      if (named.isLevelEnabled(level)) named[level](traced(fields), message);
    };
  };
};

const traced = (fields: Record<string, unknown> = {}): Record<string, unknown> => {
  if (!('traceparent' in fields)) return fields;
  const { traceparent, ...others } = fields;
  const position = typeof traceparent === 'string' ? parseTraceparent(traceparent) : undefined;
  return position ? { ...others, trace_id: position.traceId } : others;
};

const { LOG_FILE, LOG_LEVEL } = process.env;

// Lines leave when the loop is free: a write for every request would cost more than its log line.
const output = destination({
  dest: LOG_FILE ? openSync(LOG_FILE, 'a') : 1,
  sync: false,
  minLength: 4_096,
  periodicFlush: 200,
});

/** The log of one service or part: JSON lines on stdout or in `LOG_FILE`, from `LOG_LEVEL` up. */
export const logger = logTo(output, LOG_LEVEL || 'info');

/** Writes what is still in memory. */
export const flushLogs = (): void => output.flushSync();
