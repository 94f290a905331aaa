import type { CommandName } from './commands.ts';
import { isDone, type Life, type Self } from './people.ts';

type About = (command: CommandName, body?: object, ifMatch?: number) => Promise<number | undefined>;

/** What is done about one ticket; each says the version that it led to. */
const aboutTicket =
  ({ caller, think }: Self, ticketId: string): About =>
  async (command, body = {}, ifMatch = undefined) => {
    await think();
    const wish = { params: [ticketId], body, ...(ifMatch !== undefined && { ifMatch }) };
    const verdict = await caller.ask(command, wish);
    return isDone(verdict) ? verdict.version : undefined;
  };

const raise = async ({ caller, chance, crowd, name }: Self): Promise<string | undefined> => {
  const ticketId = name('ticket');
  const known = crowd.projects.length > 0 && chance.percent(40);
  const about = known ? chance.pick(crowd.projects) : { accountId: 'acme' };
  const priority = chance.pick(['low', 'medium', 'high', 'major']);
  const body = { ticketId, ...about, subject: 'No light', priority };
  const verdict = await caller.ask('raiseTicket', { body });
  return isDone(verdict) ? ticketId : undefined;
};

const work = async (about: About, { chance, caller }: Self) => {
  const version = await about('startWork', { agent: caller.subject });
  for (let desk = chance.whole(0, 2); desk > 0; desk -= 1) {
    const line = chance.pick(['first', 'second', 'third']);
    await about('handOverTicket', { desk: { line, team: `team-${desk}` } });
    await about('startWork', { agent: caller.subject });
  }
  if (chance.percent(30)) await about('awaitTicket', { waitingFor: 'customer' });
  // A version that may long be another: then the answer is no, and nothing happens.
  if (chance.percent(20)) await about('startWork', { agent: caller.subject }, version);
};

/** Two do the same at once; the rules let one of them through, or both in turn. */
const race = (about: About) =>
  Promise.all([
    about('resolveTicket', { resolution: 'A cable was pinched.' }),
    about('resolveTicket', { resolution: 'The cable was new.' }),
  ]);

/** Takes a ticket from its raising to its end. */
export const support: Life = async (self) => {
  const { chance } = self;
  const ticketId = await raise(self);
  if (ticketId === undefined) return;
  const about = aboutTicket(self, ticketId);
  await work(about, self);
  if (chance.percent(8)) {
    await about('cancelTicket');
    return;
  }
  if (chance.percent(25)) await race(about);
  else await about('resolveTicket', { resolution: 'A cable was pinched.' });
  if (chance.percent(60)) await about('rateTicket', { score: chance.whole(1, 5) });
  await about('closeTicket');
  if (!chance.percent(20)) return;
  await about('reopenTicket');
  await about('startWork', { agent: self.caller.subject });
  await about('resolveTicket', { resolution: 'This time for good.' });
};
