import { customers, people } from '../customers.ts';
import type { Random } from '../random.ts';
import type { Entry, Level } from './columns.ts';

const crews: Readonly<Record<Level, readonly string[]>> = {
  Desk: ['Desk North', 'Desk South'],
  Experts: ['Networks', 'Sensors', 'Databases'],
  Makers: ['Firmware', 'Line Watch makers'],
  'Experts or Makers': ['Task force'],
};

const handlers = ['Ida', 'Jonas', 'Kaja', 'Liam', 'Mona', 'Nils', 'Oona', 'Petra', ''] as const;
const items = ['Line Watch', 'Flow Meter', 'Heat Eye', 'Dock Planner', 'Shift Book'] as const;
const soldBy = ['Us', 'Us', 'Us', 'Dealer', 'Shop', 'Project'] as const;
const urgencies = [1, 2, 2, 3, 3, 3, 3, 4] as const;
const titles = [
  'No readings since the night shift',
  'Alarm rings; nothing is wrong',
  'Login fails for "shift leads"',
  'Report shows yesterday',
  'Screen stays black\nafter the update',
  'Two lines swapped names',
  'Export lacks the last hour',
] as const;

/** Makes the lines of one case as time goes by; what a line does not change stays as it was. */
class Case {
  readonly entries: Entry[] = [];
  readonly #random: Random;
  #now: Entry;

  constructor(random: Random, begin: Entry) {
    this.#random = random;
    this.#now = begin;
    this.entries.push(begin);
  }

  next(change: Partial<Entry>, minutesMax: number): void {
    const minute = this.#now.minute + this.#random.whole(1, minutesMax);
    this.#now = { ...this.#now, ...change, minute };
    this.entries.push(this.#now);
  }

  work(): void {
    this.next(
      { condition: 'Working', reason: '', handler: this.#random.pick(handlers) },
      this.#random.pick([5, 30, 240]),
    );
  }

  wait(): void {
    const reason = this.#random.pick([
      'User',
      'User',
      'User',
      'Customer',
      'Vendor',
      'Roll-out',
      '',
    ]);
    this.next({ condition: 'On hold', reason }, 120);
    this.next({ condition: 'Working', reason: '' }, 4_000);
  }

  handOver(level: Level): void {
    const crew = this.#random.pick(crews[level]);
    this.next({ condition: 'New', reason: '', level, crew, handler: '' }, 300);
    this.work();
  }

  solve(reason: '' | 'On the phone'): void {
    this.next({ condition: 'Solved', reason }, reason === '' ? 1_200 : 15);
  }

  close(): void {
    this.next({ condition: 'Done', reason: '' }, 7_000);
  }

  withdraw(): void {
    this.next({ condition: 'Withdrawn', reason: '' }, 2_000);
  }
}

const beginning = (random: Random, number: number, minute: number): Entry => {
  const customer = random.pick(customers);
  return {
    caseNumber: `C-${10_000 + number}`,
    minute,
    condition: 'New',
    reason: '',
    level: 'Desk',
    crew: random.pick(crews.Desk),
    handler: '',
    customer: customer.name,
    sector: customer.sector,
    // One person looks after a customer, whichever case it is.
    care: people[customers.indexOf(customer) % people.length] ?? people[0],
    urgency: random.pick(urgencies),
    item: random.pick(items),
    soldBy: random.pick(soldBy),
    site: customer.country,
    title: random.pick(titles),
  };
};

/** How far up a case goes: most stay at the desk. */
const climb = (random: Random, current: Case): void => {
  if (random.percent(60)) return;
  current.handOver(random.percent(3) ? 'Experts or Makers' : 'Experts');
  if (random.percent(45)) current.wait();
  if (random.percent(25)) current.handOver('Makers');
  if (random.percent(15)) current.handOver('Desk');
};

const conclude = (random: Random, current: Case): void => {
  if (random.percent(2)) {
    current.withdraw();
    return;
  }
  current.solve('');
  while (random.percent(14)) {
    current.work();
    current.solve('');
  }
  if (random.percent(92)) current.close();
};

/** One case from its first line to its last. */
export const makeCase = (random: Random, number: number, minute: number): readonly Entry[] => {
  const current = new Case(random, beginning(random, number, minute));
  current.work();
  if (random.percent(12)) {
    current.solve('On the phone');
    return current.entries;
  }
  while (random.percent(50)) current.wait();
  climb(random, current);
  if (random.percent(35)) current.wait();
  // A few are still being worked on when the log ends.
  if (!random.percent(2)) conclude(random, current);
  return current.entries;
};
