import { setTimeout as sleep } from 'node:timers/promises';
import { generateCompany } from '@steward/generate-tool';
import { type Api, apiAs } from './api.ts';

/** The customer of the first walk; the same in every new database. */
export const company = generateCompany(1);

export type Tell = (line?: string) => void;

interface Cast {
  readonly owner: Api;
  readonly opportunityOwner: Api;
  readonly productManager: Api;
  readonly agent: Api;
  readonly customer: Api;
  readonly analyst: Api;
}

const castOf = async (stackName: string, url: string): Promise<Cast> => {
  const as = (subject: string, role: Parameters<typeof apiAs>[2]['role'], account?: string) =>
    apiAs(stackName, url, { subject, role, ...(account && { account }) });
  const { owner, opportunityOwner, agent, account, contact } = company;
  return {
    owner: await as(owner, 'account-owner'),
    opportunityOwner: await as(opportunityOwner, 'opportunity-owner'),
    productManager: await as('dora', 'product-manager'),
    agent: await as(agent, 'support-agent'),
    customer: await as(contact.contactId, 'customer', account.accountId),
    analyst: await as('emil', 'analyst'),
  };
};

const waitMs = 50;
const patienceMs = 30_000;

/** Asks until what another service does on hearing an event can be seen. */
const seen = async <Answer>(
  ask: () => Promise<Answer>,
  fits: (answer: Answer) => boolean = () => true,
): Promise<Answer> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      const answer = await ask();
      if (fits(answer)) return answer;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    if (Date.now() > deadline) throw new Error('What should follow from an event did not come');
    await sleep(waitMs);
  }
};

const { account, contact, visit, offering, opportunity, win, goLive, ticket, unit } = company;
const opportunityPath = `/v1/opportunities/${opportunity.opportunityId}`;
const ticketPath = `/v1/tickets/${ticket.ticketId}`;

const own = async ({ owner, productManager }: Cast, tell: Tell) => {
  await owner.post('/v1/accounts', account);
  await owner.post(`/v1/accounts/${account.accountId}/contacts`, contact);
  await owner.post(`/v1/accounts/${account.accountId}/interactions`, visit);
  await productManager.post('/v1/offerings', offering);
  tell(`1 Own       ${account.name} is registered; ${company.owner} alone answers for it`);
  tell(`            → /v1/accounts/${account.accountId}`);
};

const discoverAndWin = async ({ owner, opportunityOwner }: Cast, tell: Tell) => {
  await seen(() => owner.post('/v1/opportunities', opportunity));
  await owner.post(`${opportunityPath}/introduction`, { units: [unit] });
  const ownerId = company.opportunityOwner;
  await opportunityOwner.post(`${opportunityPath}/acceptance`, { unit, ownerId });
  for (const stage of ['qualification', 'proposal', 'negotiation'])
    await opportunityOwner.post(`${opportunityPath}/stage`, { stage });
  await opportunityOwner.post(`${opportunityPath}/win`, win);
  tell(`2 Win       ${company.owner} discovered "${opportunity.title}", ${ownerId} won it`);
  tell(`            → ${opportunityPath}`);
};

const deliver = async ({ owner }: Cast, tell: Tell) => {
  const solution = `/v1/solutions/${opportunity.opportunityId}`;
  await seen(() => owner.get(`/v1/orders/${opportunity.opportunityId}`));
  const { items } = await seen(
    () =>
      owner.get<{ items: { subscriptionId: string }[] }>(
        `/v1/subscriptions?accountId=${account.accountId}`,
      ),
    ({ items }) => items.length > 0,
  );
  await seen(() => owner.post(`${solution}/go-live`, goLive));
  tell(`3 Deliver   the order is placed, ${goLive.brand} is live, its subscription runs`);
  tell(`            → ${solution}   /v1/subscriptions/${items[0]?.subscriptionId}`);
};

const operate = async ({ owner }: Cast, tell: Tell) => {
  const path = `/v1/operated-projects/${opportunity.opportunityId}`;
  const { arrangement } = await seen(() =>
    owner.get<{ arrangement: { tier: number; servedBy: string } }>(path),
  );
  tell(`4 Operate   the project is open: tier ${arrangement.tier}, ${arrangement.servedBy}`);
  tell(`            → ${path}`);
};

const serve = async ({ customer, agent }: Cast, tell: Tell) => {
  await customer.post('/v1/tickets', ticket);
  await agent.post(`${ticketPath}/work`, { agent: company.agent });
  await agent.post(`${ticketPath}/hand-over`, { desk: { line: 'second', team: 'sensors' } });
  await agent.post(`${ticketPath}/wait`, { waitingFor: 'customer' });
  await agent.post(`${ticketPath}/work`, { agent: company.agent });
  await agent.post(`${ticketPath}/resolution`, { resolution: 'A cable was pinched.' });
  await customer.post(`${ticketPath}/rating`, { score: 5, comment: 'Here before the shift ended' });
  await agent.post(`${ticketPath}/closure`);
  tell(`5 Serve     "${ticket.subject}": over two lines, resolved, rated 5`);
  tell(`            → ${ticketPath}   ${ticketPath}/history`);
};

const learn = async ({ analyst, owner }: Cast, tell: Tell) => {
  const report = () =>
    analyst.get<{ ratings: number }>('/v1/reports/satisfaction?demonstrations=include');
  await seen(report, ({ ratings }) => ratings > 0);
  const record = `/v1/accounts/${account.accountId}/record`;
  const kinds = 6;
  await seen(
    () => owner.get<{ holdings: unknown[] }>(record),
    ({ holdings }) => holdings.length >= kinds,
  );
  tell('6 Learn     every service has told its part: one record of the customer');
  tell(`            → ${record}   /v1/reports/support?demonstrations=include`);
  tell('            Reports leave this account out unless they are asked to count demonstrations.');
};

/** The loop that the platform is for, once, through the gateway, as the people in it would go round. */
export const runLoop = async (stackName: string, url: string, tell: Tell): Promise<void> => {
  const cast = await castOf(stackName, url);
  for (const step of [own, discoverAndWin, deliver, operate, serve, learn]) await step(cast, tell);
};
