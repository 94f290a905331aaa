import { setTimeout as delay } from 'node:timers/promises';
import { accountRoutes } from '@steward/contracts';
import { Pool } from 'undici';
import { CannotGoOn } from '../cannot-go-on.ts';
import { type Answer, exchange } from './exchange.ts';
import { type Outcome, outcomeOf, Patience } from './patience.ts';
import { saidIn } from './problem.ts';
import type { TokenSource } from './token.ts';

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** Makes a step that was answered into the void answer the same again. */
  readonly idempotencyKey?: string;
}

/** Answers that every other row would get as well, so that going on makes no sense. */
const hopeless = new Set([
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-missing',
  'backdating-forbidden',
  'no-such-route',
  'method-not-allowed',
]);

/** Two tries of one call met at the door; the first is still being worked on. */
const inUse = 'idempotency-key-in-use';

/** Whatever it answers, somebody is there. */
const anyPath = `${accountRoutes.listAccounts.path}?limit=1`;

/**
 * Calls the platform as any outsider does. A call that can succeed later is tried again within
 * bounds; what comes back is an answer to that very call: done, or refused.
 */
export class Client {
  readonly #pool: Pool;
  readonly #url: string;
  readonly #tokens: TokenSource;
  readonly #correlationId: string;
  #headers: Readonly<Record<string, string>> = {};
  #calls = 0;

  constructor({
    url,
    tokens,
    connections,
    correlationId,
  }: {
    url: string;
    tokens: TokenSource;
    connections: number;
    correlationId: string;
  }) {
    this.#url = url;
    this.#tokens = tokens;
    this.#correlationId = correlationId;
    this.#pool = new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 4_000 });
  }

  /** Answers so far, those included that put a call off. */
  get calls(): number {
    return this.#calls;
  }

  /** Signs in, and finds out at once where nobody is there; later, a platform that is gone is waited for. */
  async open(): Promise<void> {
    await this.#signIn();
    const outcome = await this.#try({ method: 'GET', path: anyPath });
    if (outcome.kind === 'failed')
      throw new CannotGoOn(
        `Nothing answers at ${this.#url} (${outcome.why}). npm start brings the platform up`,
      );
  }

  async #signIn(): Promise<void> {
    this.#headers = {
      authorization: `Bearer ${await this.#tokens()}`,
      'content-type': 'application/json',
      'x-correlation-id': this.#correlationId,
    };
  }

  get(path: string): Promise<Answer> {
    return this.#send({ method: 'GET', path });
  }

  post(path: string, body: string, idempotencyKey?: string): Promise<Answer> {
    return this.#send({
      method: 'POST',
      path,
      body,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #send(request: Request): Promise<Answer> {
    const outcome = await this.#try(request);
    if (outcome.kind === 'answered' && outcome.answer.status < 300) return outcome.answer;
    return this.#persist(request, outcome);
  }

  async #persist(request: Request, first: Outcome): Promise<Answer> {
    const patience = new Patience();
    for (let outcome = first; ; outcome = await this.#try(request)) {
      const settled = outcome.kind === 'answered' ? await this.#judge(outcome.answer) : outcome;
      if (settled.kind === 'answered') return settled.answer;
      const waitMs = patience.waitMs(settled, Math.random());
      if (waitMs === undefined)
        throw new CannotGoOn(`${this.#url}${request.path} cannot be had. ${settled.why}`);
      await delay(waitMs);
    }
  }

  async #try({ method, path, body, idempotencyKey }: Request): Promise<Outcome> {
    const headers =
      idempotencyKey === undefined
        ? this.#headers
        : { ...this.#headers, 'idempotency-key': idempotencyKey };
    try {
      const answer = await exchange(this.#pool, { method, path, headers, body: body ?? null });
      this.#calls += 1;
      return outcomeOf(answer, Date.now());
    } catch (error) {
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  }

  async #judge(answer: Answer): Promise<Outcome> {
    if (answer.status < 300) return { kind: 'answered', answer };
    const said = saidIn(answer);
    if (said === undefined)
      throw new CannotGoOn(
        `${this.#url} answered ${answer.status} in a way that Steward does not. Is it the gateway?`,
      );
    if (said.code === inUse) return { kind: 'put-off', afterMs: undefined, why: said.reason };
    if (said.code === 'token-expired' && (await this.#renewed()))
      return { kind: 'put-off', afterMs: 0, why: said.reason };
    if (hopeless.has(said.code)) throw new CannotGoOn(`${this.#url} refuses: ${said.reason}`);
    return { kind: 'answered', answer };
  }

  async #renewed(): Promise<boolean> {
    const before = this.#headers.authorization;
    await this.#signIn();
    return this.#headers.authorization !== before;
  }
}
