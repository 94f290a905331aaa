import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { type Caller, callerAs, type Surroundings } from './caller.ts';
import type { Verdict } from './journal.ts';

/** What is shared by all who make up the load. */
export interface Crowd extends Surroundings {
  /** Until when new things are begun. */
  readonly closing: AbortSignal;
  /** Offerings that are in the catalogue, and those that are sold before they are. */
  readonly offerings: readonly string[];
  readonly lateOfferings: readonly string[];
  /** Projects that are live, with their accounts: tickets may be about them. */
  readonly projects: { readonly projectId: string; readonly accountId: string }[];
}

/** One life of the load: what somebody does from beginning to end, again and again. */
export type Life = (self: Self) => Promise<void>;

export interface Self {
  readonly caller: Caller;
  readonly chance: Chance;
  readonly crowd: Crowd;
  /** Names something new. */
  readonly name: (kind: string) => string;
  readonly think: () => Promise<void>;
}

export const isDone = (verdict: Verdict): verdict is Extract<Verdict, { is: 'done' }> =>
  verdict.is === 'done';

const thinkMsMin = 5;
const thinkMsMax = 90;

type Role = Parameters<typeof callerAs>[0]['roles'][number];

/** Lives one life after the other until the load ends, or nobody is asked any more. */
export const live = async (
  who: { readonly subject: string; readonly role: Role },
  life: Life,
  crowd: Crowd,
): Promise<void> => {
  const caller = await callerAs({ subject: who.subject, roles: [who.role] }, crowd);
  const chance = crowd.chance.fork(`life of ${who.subject}`);
  let named = 0;
  const self: Self = {
    caller,
    chance,
    crowd,
    name: (kind) => {
      named += 1;
      return `${kind}-${who.subject}-${named}`;
    },
    think: () => sleep(chance.whole(thinkMsMin, thinkMsMax)),
  };
  const { closing, lastCall } = crowd;
  while (!closing.aborted && !lastCall.aborted) await life(self);
};
