import { setTimeout as sleep } from 'node:timers/promises';
import { issueToken, type TokenClaims } from '@steward/local';
import type { Chance } from '../chance.ts';
import { type CommandName, commandTo } from './commands.ts';
import {
  type Attempt,
  type Intention,
  isDefinite,
  type Journal,
  type Verdict,
  verdictOf,
} from './journal.ts';

export interface Surroundings {
  readonly gatewayUrl: string;
  readonly stackName: string;
  readonly journal: Journal;
  readonly chance: Chance;
  /** Ends all patience: what is unanswered by then stays unknown. */
  readonly lastCall: AbortSignal;
}

export interface Wish {
  readonly params?: readonly string[];
  readonly body?: object;
  /** The version that the caller believes to be the current one. */
  readonly ifMatch?: number;
}

/** Somebody who asks until there is a definite answer, as a good client would. */
export interface Caller {
  readonly subject: string;
  ask(name: CommandName, wish: Wish): Promise<Verdict>;
}

/** A little longer than the gateway waits for a service. */
const answerMsMax = 12_000;
const firstWaitMs = 100;
const waitMsMax = 2_000;
/** So many of a hundred requests are said twice in the same breath, or again after their answer. */
const twins = 4;
const echoes = 6;

interface Problem {
  readonly code?: string;
  readonly id?: string;
  readonly version?: number;
}

const bodyOf = (text: string): Problem => {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { code: 'unreadable-answer' };
  }
};

const answerOf = (status: number, text: string): Pick<Attempt, 'status' | 'code' | 'changed'> => {
  const { code, id, version } = bodyOf(text);
  const isChanged = status < 300 && id !== undefined && version !== undefined;
  return {
    status,
    ...(code !== undefined && { code }),
    ...(isChanged && { changed: { id, version } }),
  };
};

const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${error.cause ?? ''}`.trim() : String(error);

export const callerAs = async (
  claims: TokenClaims,
  { gatewayUrl, stackName, journal, chance: shared, lastCall }: Surroundings,
): Promise<Caller> => {
  const chance = shared.fork(claims.subject);
  const authorization = `Bearer ${await issueToken(stackName, claims)}`;
  let asked = 0;

  const send = async (intention: Omit<Intention, 'attempts'>, path: string): Promise<Attempt> => {
    const started = performance.now();
    const at = new Date().toISOString();
    const { key, ifMatch, body } = intention;
    const headers = {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-correlation-id': key,
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    };
    const timed = (): Pick<Attempt, 'at' | 'ms'> => ({
      at,
      ms: Math.round(performance.now() - started),
    });
    try {
      const response = await fetch(`${gatewayUrl}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.any([AbortSignal.timeout(answerMsMax), lastCall]),
      });
      return { ...answerOf(response.status, await response.text()), ...timed() };
    } catch (error) {
      return { error: causeOf(error), ...timed() };
    }
  };

  const sendAndNote = async (intention: Omit<Intention, 'attempts'>, path: string) => {
    const attempt = await send(intention, path);
    journal.note(intention.key, attempt);
    return attempt;
  };

  const untilDefinite = async (intention: Omit<Intention, 'attempts'>, path: string) => {
    const attempts: Attempt[] = [];
    const twin = chance.percent(twins) ? sendAndNote(intention, path) : undefined;
    for (let waitMs = firstWaitMs; !lastCall.aborted; waitMs = Math.min(waitMs * 2, waitMsMax)) {
      const attempt = await sendAndNote(intention, path);
      attempts.push(attempt);
      if (isDefinite(attempt)) break;
      await sleep(chance.whole(waitMs / 2, waitMs));
    }
    await twin;
    return attempts;
  };

  return {
    subject: claims.subject,
    ask: async (name, { params = [], body = {}, ifMatch }) => {
      const { path, topic } = commandTo(name, params);
      asked += 1;
      const key = `${claims.subject}-${asked}`;
      const about = { key, subject: claims.subject, route: name, params, topic, body };
      const intention = { ...about, ...(ifMatch !== undefined && { ifMatch }) };
      journal.open(intention);
      const attempts = await untilDefinite(intention, path);
      const verdict = verdictOf({ ...intention, attempts });
      if (verdict.is === 'done' && chance.percent(echoes)) await untilDefinite(intention, path);
      return verdict;
    },
  };
};
