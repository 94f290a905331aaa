import type { WaitingFor } from '@steward/contracts';
import { exactSeconds, secondsBetween } from './durations.ts';

/** Who had a ticket wait. */
interface Setter {
  readonly team: string;
  readonly agent?: string | undefined;
}

interface Waited {
  readonly waits: number;
  /** Of the waits that have ended. */
  readonly seconds: number;
}

/** How often and how long a ticket waited; nothing of it is there until it waits for the first time. */
export interface Waits {
  readonly waits?: Readonly<Partial<Record<WaitingFor, Waited>>>;
  /** The waits for the user, by who had it wait. */
  readonly waitsOnUser?: readonly (Setter & Waited)[];
  /** The wait that lasts. */
  readonly wait?:
    | (Setter & { readonly waitingFor: WaitingFor; readonly since: string })
    | undefined;
}

type Begun = NonNullable<Waits['wait']>;

/** A ticket that more people than this had wait for the user is counted, but no longer with all of them. */
export const settersMax = 50;

const plus = ({ waits, seconds }: Waited, more: Waited): Waited => ({
  waits: waits + more.waits,
  seconds: exactSeconds(seconds + more.seconds),
});

const none: Waited = { waits: 0, seconds: 0 };

const bySetter = (
  setters: NonNullable<Waits['waitsOnUser']>,
  { team, agent }: Setter,
  more: Waited,
): NonNullable<Waits['waitsOnUser']> => {
  const index = setters.findIndex((known) => known.team === team && known.agent === agent);
  const known = setters[index];
  if (known) return setters.with(index, { ...known, ...plus(known, more) });
  return setters.length < settersMax ? [...setters, { team, agent, ...more }] : setters;
};

const charged = ({ waits = {}, waitsOnUser = [] }: Waits, wait: Begun, more: Waited): Waits => ({
  waits: { ...waits, [wait.waitingFor]: plus(waits[wait.waitingFor] ?? none, more) },
  ...(wait.waitingFor === 'user' && { waitsOnUser: bySetter(waitsOnUser, wait, more) }),
});

/** Ends the wait that lasts, if one does. */
export const waitEnded = (ticket: Waits, at: string): Waits => {
  const { wait } = ticket;
  if (!wait) return {};
  const seconds = secondsBetween(wait.since, at);
  return { ...charged(ticket, wait, { waits: 0, seconds }), wait: undefined };
};

/** Begins a wait. To be told again that it waits for the same, by whomever, is no other wait. */
export const waitBegun = (ticket: Waits, wait: Begun): Waits => {
  if (ticket.wait?.waitingFor === wait.waitingFor) return {};
  const ended = waitEnded(ticket, wait.since);
  return {
    ...ended,
    ...charged({ ...ticket, ...ended }, wait, { waits: 1, seconds: 0 }),
    wait,
  };
};
