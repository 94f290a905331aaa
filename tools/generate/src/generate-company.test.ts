import {
  accountRoutes,
  check,
  opportunityRoutes,
  type RouteContract,
  serviceProductizationRoutes,
  tieredSupportRoutes,
} from '@steward/contracts';
import { type Company, generateCompany } from './generate-company.ts';

const seeds = Array.from({ length: 50 }, (_, seed) => seed);

const bodies: readonly {
  what: keyof Company;
  contract: Pick<RouteContract, 'body'>;
}[] = [
  { what: 'account', contract: accountRoutes.registerAccount },
  { what: 'contact', contract: accountRoutes.addContact },
  { what: 'visit', contract: accountRoutes.recordInteraction },
  { what: 'offering', contract: serviceProductizationRoutes.publishOffering },
  { what: 'opportunity', contract: opportunityRoutes.discoverOpportunity },
  { what: 'win', contract: opportunityRoutes.winOpportunity },
  { what: 'goLive', contract: opportunityRoutes.goLive },
  { what: 'ticket', contract: tieredSupportRoutes.raiseTicket },
];

describe('a generated company', () => {
  it.each(bodies)('has a body that the contract takes: $what', ({ what, contract }) => {
    for (const seed of seeds)
      expect(check(contract.body, generateCompany(seed)[what])).toMatchObject({ ok: true });
  });

  it('is the same for the same seed', () => {
    expect(generateCompany(7)).toEqual(generateCompany(7));
    expect(
      new Set(seeds.map((seed) => generateCompany(seed).account.accountId)).size,
    ).toBeGreaterThan(3);
  });

  it('hangs together', () => {
    const { account, owner, opportunity, ticket, offering, win } = generateCompany(7);
    expect(account.ownerId).toBe(owner);
    expect(opportunity.accountId).toBe(account.accountId);
    expect(ticket.projectId).toBe(opportunity.opportunityId);
    expect(win.lines[0]?.offeringId).toBe(offering.offeringId);
  });
});
