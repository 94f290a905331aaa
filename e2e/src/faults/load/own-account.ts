import { isDone, type Life, type Self } from './people.ts';

const industries = ['finance', 'telecom', 'energy', 'retail'] as const;
const touchPoints = ['visit', 'phone', 'mail', 'chat'] as const;

/** Registers an account for whoever lives, and answers its id. */
export const registerAccount = async ({ caller, chance, name }: Self): Promise<string> => {
  const accountId = name('account');
  const industry = chance.pick(industries);
  const body = { accountId, name: `The company ${accountId}`, industry, ownerId: caller.subject };
  await caller.ask('registerAccount', { body });
  return accountId;
};

const addPeople = async ({ caller, chance, name, think }: Self, accountId: string) => {
  for (let people = chance.whole(0, 2); people > 0; people -= 1) {
    await think();
    const contactId = chance.percent(70) ? name('contact') : undefined;
    await caller.ask('addContact', { params: [accountId], body: { contactId, name: 'Nora' } });
  }
};

const meet = async ({ caller, chance, think }: Self, accountId: string) => {
  for (let meetings = chance.whole(1, 3); meetings > 0; meetings -= 1) {
    await think();
    const summary = 'x'.repeat(chance.whole(1, 400));
    const body = { touchPoint: chance.pick(touchPoints), summary };
    await caller.ask('recordInteraction', { params: [accountId], body });
  }
};

/** What the platform has to say no to. */
const beWrong = async ({ caller, chance, name }: Self, accountId: string) => {
  const wrong = chance.whole(1, 4);
  const known = { name: 'Again', industry: 'energy', ownerId: caller.subject };
  if (wrong === 1) await caller.ask('registerAccount', { body: { accountId, ...known } });
  if (wrong === 2) await caller.ask('registerAccount', { body: { ...known, industry: 'magic' } });
  if (wrong === 3)
    await caller.ask('addContact', { params: [name('nobody')], body: { name: 'Nora' } });
  // The version before the one that it has had since it was registered.
  if (wrong === 4) {
    const wish = { params: [accountId], body: { ownerId: 'somebody' }, ifMatch: 1 };
    await caller.ask('assignAccountOwner', wish);
  }
};

/** Owns an account: registers it, writes down who is there and what passed, and hands it on. */
export const ownAccount: Life = async (self) => {
  const { caller, chance } = self;
  const accountId = await registerAccount(self);
  await addPeople(self, accountId);
  await meet(self, accountId);
  if (chance.percent(20)) await beWrong(self, accountId);
  if (!chance.percent(30)) return;
  const handedOn = { params: [accountId], body: { ownerId: 'successor' }, ifMatch: 2 };
  const verdict = await caller.ask('assignAccountOwner', handedOn);
  if (isDone(verdict)) await meet(self, accountId);
};
