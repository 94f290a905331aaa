import type { Desk } from '@steward/contracts';
import { exists } from '@steward/domain';
import { nextOpening } from './calendar/next-opening.ts';
import type { Dependencies } from './dependencies.ts';
import type { Favoured } from './routing/choose-agent.ts';
import type { Candidate } from './support-agent/left-out.ts';
import type { DefinedAgent } from './support-agent/support-agent.ts';
import type { RaisedTicket } from './ticket/ticket.ts';

/** Far more than a team has. */
const agentsMax = 1_000;
/** So many tickets back somebody is still known to a customer. */
const ticketsBackMax = 20;

type Known = Pick<Dependencies, 'supportAgents' | 'calendars'>;
type Where = Parameters<Dependencies['supportAgents']['list']>[0];

/** The agents, each with what its calendar says of the moment. */
const inTheirHours = async (
  { calendars }: Known,
  agents: readonly DefinedAgent[],
  at: Date,
): Promise<Candidate[]> => {
  const calendarIds = [...new Set(agents.map(({ calendarId }) => calendarId))];
  const found = await Promise.all(calendarIds.map((calendarId) => calendars.read(calendarId)));
  const openings = new Map(
    found.filter(exists).map(({ id, state: { hours } }) => [id, nextOpening(hours, at)]),
  );
  return agents.map((agent) => ({
    agent,
    ...(openings.get(agent.calendarId) ?? { isInHours: false }),
  }));
};

const candidatesWhere = async (known: Known, where: Where, at: Date): Promise<Candidate[]> => {
  const { items } = await known.supportAgents.list(where, { limit: agentsMax });
  const agents = items.filter(exists).map(({ state }) => state);
  return inTheirHours(known, agents, at);
};

/** Everybody who serves tickets of a team, there or not. */
export const candidatesOf = (known: Known, { team }: Pick<Desk, 'team'>, at: Date) => {
  const where = { status: 'defined' as const, 'desks.team': team };
  return candidatesWhere(known, where, at);
};

/** Everybody who is given tickets now, wherever they are. */
export const candidatesPresent = (known: Known, at: Date) =>
  candidatesWhere(known, { presence: 'present' }, at);

/** One of them alone, where there is one of that name. */
export const candidateNamed = async (
  known: Known,
  agentId: string,
  at: Date,
): Promise<Candidate | undefined> => {
  const read = await known.supportAgents.read(agentId);
  const [candidate] = exists(read) ? await inTheirHours(known, [read.state], at) : [];
  return candidate;
};

/** Whether anybody serves tickets at all: where nobody does, nothing is routed. */
export const isAnybodyDefined = async ({ supportAgents }: Known): Promise<boolean> =>
  (await supportAgents.list({ status: 'defined' }, { limit: 1 })).items.length > 0;

/** Whoever had this ticket, then whoever answers for the customer, then those who had others of its tickets. */
export const favouredFor = async (
  { customers, ticketHandlers }: Pick<Dependencies, 'customers' | 'ticketHandlers'>,
  { accountId, routing }: Pick<RaisedTicket, 'accountId' | 'routing'>,
): Promise<Favoured> => {
  const [customer, earlier] = await Promise.all([
    customers.get(accountId),
    ticketHandlers.list({ accountId }, { limit: ticketsBackMax }, { by: 'lastAt', direction: -1 }),
  ]);
  const before = earlier.items.flatMap(({ agentIds }) => agentIds);
  const known = [routing?.lastHandler, customer?.ownerId, ...before];
  return {
    known: [...new Set(known.filter((agentId) => agentId !== undefined))],
    segment: customer?.segment,
  };
};
