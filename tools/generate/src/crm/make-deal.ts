import { customers, people } from '../customers.ts';
import type { Random } from '../random.ts';
import { type Deal, items } from './columns.ts';

const beginMs = Date.UTC(2024, 0, 8);
const dayMs = 86_400_000;

const day = (number: number): string =>
  new Date(beginMs + number * dayMs).toISOString().slice(0, 10);

const states = ['New', 'Talks', 'Offer', 'Signed', 'Signed', 'Signed', 'Gone', 'Gone'] as const;
const whys = ['Price', 'Competitor', 'No budget', 'Nobody decided', ''] as const;

const ending = (random: Random, state: Deal['state'], opened: number) => {
  const closed = day(opened + random.whole(3, 120));
  if (state === 'Signed')
    return { closed, amount: `${random.whole(500, 90_000)}.${random.whole(10, 99)}`, why: '' };
  if (state === 'Gone') return { closed, amount: '', why: random.pick(whys) };
  return { closed: '', amount: '', why: '' };
};

/** One good opportunity. Only what is signed has a customer for sure. */
export const makeDeal = (random: Random, number: number): Deal => {
  const state = random.pick(states);
  const opened = random.whole(0, 320);
  const isKnown = state === 'Signed' || random.percent(75);
  return {
    ref: `D-${1000 + number}`,
    rep: random.pick(people),
    // A misspelling that the mapping knows what to make of.
    item: random.percent(8) ? 'LineWatch' : random.pick(items).name,
    customer: isKnown ? random.pick(customers).name : '',
    state,
    opened: state === 'New' ? '' : day(opened),
    ...ending(random, state, opened),
  };
};
