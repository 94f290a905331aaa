import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { CannotGoOn } from '../cannot-go-on.ts';
import type { Answer } from './exchange.ts';

const Versioned = z.object({ version: z.int() });

/** The two questions about one thing: what it is, and how much of it the reports have taken in. */
export interface Questions {
  readonly is: (name: string) => string;
  readonly seen: (name: string) => string;
}

interface Asked {
  readonly get: (path: string) => Promise<Answer>;
}

const pollMs = 100;
const atOnce = 16;

const versionIn = ({ status, body }: Answer): number =>
  status === 200 ? Versioned.parse(JSON.parse(body)).version : 0;

const untilSeen = async (
  client: Asked,
  { is, seen }: Questions,
  name: string,
  deadline: number,
): Promise<void> => {
  const wanted = versionIn(await client.get(is(name)));
  while (versionIn(await client.get(seen(name))) < wanted) {
    if (Date.now() > deadline)
      throw new CannotGoOn(
        `Every row was acknowledged, but the reports have not taken in ${name} yet; is data-service behind?`,
      );
    await delay(pollMs);
  }
};

/** Resolves once the reports hold what was acknowledged of these things, and so of all before them. */
export const settle = async (
  client: Asked,
  questions: Questions,
  names: readonly string[],
  secondsMax: number,
): Promise<void> => {
  const deadline = Date.now() + secondsMax * 1000;
  const left = [...names];
  const walk = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      await untilSeen(client, questions, name, deadline);
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
};
