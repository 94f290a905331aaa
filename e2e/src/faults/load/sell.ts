import type { Wish } from './caller.ts';
import type { CommandName } from './commands.ts';
import { registerAccount } from './own-account.ts';
import { isDone, type Life, type Self } from './people.ts';

const triesMax = 60;
const stages = ['qualification', 'proposal', 'negotiation'] as const;

/** Asks again where something has still to arrive by events; each time is a request of its own. */
const onceItArrived = async (
  { caller, crowd, think }: Self,
  name: CommandName,
  wish: Wish,
): Promise<boolean> => {
  for (let tries = 1; tries <= triesMax && !crowd.lastCall.aborted; tries += 1) {
    if (isDone(await caller.ask(name, wish))) return true;
    if (crowd.closing.aborted) return false;
    for (let pause = 0; pause < Math.min(tries, 8); pause += 1) await think();
  }
  return false;
};

const linesOf = ({ chance, crowd }: Self) =>
  Array.from({ length: chance.whole(1, 3) }, () => ({
    // Now and then something is sold that is not in the catalogue yet, and its win has to wait.
    offeringId: chance.pick(chance.percent(8) ? crowd.lateOfferings : crowd.offerings),
    quantity: chance.whole(1, 5),
  }));

const operate = async (self: Self, opportunityId: string, accountId: string) => {
  const { chance, crowd } = self;
  const live = await onceItArrived(self, 'goLive', {
    params: [opportunityId],
    body: {
      brand: 'Lighthouse',
      leader: chance.pick(['self', 'partner']),
      channel: chance.pick(['project', 'direct', 'dealer']),
      branch: 'north',
      units: chance.whole(1, 9),
      interfaces: chance.whole(0, 9),
    },
  });
  if (live) crowd.projects.push({ projectId: opportunityId, accountId });
};

/** Discovers a chance at a customer and takes it to its end; most are won, and set the loop off. */
export const sell: Life = async (self) => {
  const { caller, chance, name, think } = self;
  const accountId = await registerAccount(self);
  const opportunityId = name('opportunity');
  const discovered = { opportunityId, accountId, title: 'Brighter halls' };
  if (!(await onceItArrived(self, 'discoverOpportunity', { body: discovered }))) return;
  const about = (command: CommandName, body: object) =>
    caller.ask(command, { params: [opportunityId], body });
  await about('introduceOpportunity', { units: ['light', 'sound'] });
  await think();
  await about('acceptOpportunity', { unit: 'light', ownerId: caller.subject });
  for (const stage of stages) {
    await think();
    await about('advanceOpportunity', { stage });
  }
  if (chance.percent(20)) {
    await about('loseOpportunity', { lossReason: 'price' });
    return;
  }
  const value = { amountMinor: chance.whole(1_000, 9_000_000), currency: 'EUR' };
  const verdict = await about('winOpportunity', { value, lines: linesOf(self) });
  if (isDone(verdict) && chance.percent(80)) await operate(self, opportunityId, accountId);
};
