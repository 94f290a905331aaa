import { LRUCache } from 'lru-cache';
import { type Grant, leaseMsMax, lentPart, reservedPart, type Wish } from './grant.ts';
import type { Window } from './plan.ts';

interface Spent {
  readonly tokens: number;
  readonly atMs: number;
  readonly minute: number;
  readonly inMinute: number;
  readonly day: number;
  readonly inDay: number;
}

interface WindowLeft {
  readonly window: Window;
  readonly limit: number;
  readonly left: number;
  readonly resetMs: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const minutesInDay = 1_440;

/** What is spent by now, once the unused tokens are given back and windows that ended are empty again. */
const spentBy = (
  nowMs: number,
  before: Spent | undefined,
  { plan: { burstPerSecond }, unused, unusedMinute }: Wish,
): Spent => {
  const minute = Math.floor(nowMs / minuteMs);
  const day = Math.floor(nowMs / dayMs);
  const refilled = ((nowMs - Math.min(nowMs, before?.atMs ?? nowMs)) * burstPerSecond) / 1_000;
  const inMinute = before?.minute === minute ? before.inMinute : 0;
  const inDay = before?.day === day ? before.inDay : 0;
  const isSameDay = Math.floor(unusedMinute / minutesInDay) === day;
  return {
    tokens: Math.min(burstPerSecond, (before?.tokens ?? burstPerSecond) + unused + refilled),
    atMs: nowMs,
    minute,
    inMinute: Math.max(0, inMinute - (unusedMinute === minute ? unused : 0)),
    day,
    inDay: Math.max(0, inDay - (isSameDay ? unused : 0)),
  };
};

const windowsLeft = (
  { burstPerSecond, perMinute, perDay }: Wish['plan'],
  { tokens, atMs, inMinute, inDay }: Spent,
): WindowLeft[] => {
  const toRefill = tokens < 1 ? 1 - tokens : burstPerSecond - tokens;
  return [
    {
      window: 'burst' as const,
      limit: burstPerSecond,
      left: Math.floor(tokens),
      resetMs: Math.ceil((toRefill * 1_000) / burstPerSecond),
    },
    {
      window: 'minute' as const,
      limit: perMinute ?? 0,
      left: Math.max(0, (perMinute ?? 0) - inMinute),
      resetMs: minuteMs - (atMs % minuteMs),
    },
    {
      window: 'day' as const,
      limit: perDay ?? 0,
      left: Math.max(0, (perDay ?? 0) - inDay),
      resetMs: dayMs - (atMs % dayMs),
    },
  ].filter(({ limit }) => limit > 0);
};

const grantOf = ({ plan, waiting, spare }: Wish, spent: Spent): Grant => {
  const all = windowsLeft(plan, spent);
  const available = Math.min(...all.map(({ left }) => left));
  const lendable = Math.min(
    ...all.map(({ left, limit }) => (left - limit * reservedPart) * lentPart),
  );
  const granted = Math.min(available, waiting + Math.max(0, Math.min(spare, Math.floor(lendable))));
  const { window, left, resetMs } = all
    .map((one) => ({ ...one, left: one.left - granted }))
    .reduce((tightest, other) =>
      other.left / other.limit <= tightest.left / tightest.limit ? other : tightest,
    );
  const lifeMs = Math.min(leaseMsMax, minuteMs - (spent.atMs % minuteMs));
  return { granted, window, remaining: left, resetMs, lifeMs, minute: spent.minute };
};

/** The same count as in Redis, in this process alone: what holds while Redis cannot be asked. */
export const localTokens = (consumersMax: number, nowMs: () => number) => {
  const consumers = new LRUCache<string, Spent>({ max: consumersMax });

  return (wish: Wish): Grant => {
    const spent = spentBy(nowMs(), consumers.get(wish.key), wish);
    const grant = grantOf(wish, spent);
    consumers.set(wish.key, {
      ...spent,
      tokens: spent.tokens - grant.granted,
      inMinute: spent.inMinute + grant.granted,
      inDay: spent.inDay + grant.granted,
    });
    return grant;
  };
};
