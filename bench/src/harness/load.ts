import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Load, Sample } from './benchmark.ts';
import { startChild } from './child.ts';
import { hasWrk, loadByWrk } from './wrk.ts';

/** Where the load goes, and for how long. */
export interface Shot {
  readonly url: string;
  readonly seconds: number;
  readonly cpu: 0 | 1 | 'any';
}

export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests that got no answer. */
  readonly failures: number;
  /** Answers of 400 and above. */
  readonly refusals: number;
}

/** What reads a figure should know of how it came to be. */
export const loadNote = hasWrk
  ? 'load by wrk'
  : 'load by autocannon, which holds back the fastest contenders: install wrk for true figures';

const loadByAutocannon = async (load: Load, { url, seconds, cpu }: Shot): Promise<Loaded> => {
  const child = startChild({
    program: new URL('./autocannon-load.ts', import.meta.url),
    cpu,
    environment: { BENCH_LOAD: JSON.stringify({ load, url, seconds }) },
  });
  const sample = (await child.answer((seconds + 20) * 1_000)) as Sample;
  await child.end();
  const { units, p50Ms = Number.NaN, p99Ms = Number.NaN, figures } = sample;
  const { failures = 0, refusals = 0 } = figures ?? {};
  return { requests: units, seconds: sample.seconds, p50Ms, p99Ms, failures, refusals };
};

export const putUnderLoad = (load: Load, shot: Shot): Promise<Loaded> =>
  hasWrk ? loadByWrk(load, shot) : loadByAutocannon(load, shot);

/** Asks once and compares: a contender that answers something else is not doing the work. */
export const checkAnswer = async ({ requests, expects }: Load, url: string): Promise<void> => {
  const [first] = requests;
  if (first === undefined) throw new Error('A load needs a request');
  const { method, path, headers = {} } = first;
  const body = first.body?.replaceAll('{n}', `check-${Date.now().toString(36)}`);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const sent = request(`${url}${path}`, {
    method,
    headers: { ...headers, ...length },
    agent: false,
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const answered = Buffer.concat(chunks).toString();
  const isRight = response.statusCode === expects.status;
  if (!isRight || (expects.body !== undefined && expects.body !== answered))
    throw new Error(`It answered ${response.statusCode} to ${method} ${path}: ${answered}`);
};
