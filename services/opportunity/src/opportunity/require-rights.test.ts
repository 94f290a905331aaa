import { until } from './fixtures/past.ts';
import { type KnownOpportunity, opportunity } from './opportunity.ts';
import { type Caller, requireRights } from './require-rights.ts';

const accepted = until.accepted.reduce(opportunity.evolve, opportunity.initial) as KnownOpportunity;

describe('rights over an opportunity', () => {
  it.each([
    { subject: 'otto', roles: ['account-owner'] },
    { subject: 'otto', roles: ['opportunity-owner', 'account-owner'] },
    { subject: 'otto', roles: ['opportunity-owner', 'importer'] },
    { subject: 'otto', roles: ['opportunity-owner', 'administrator'] },
    { subject: 'olga', roles: ['opportunity-owner'] },
    { subject: 'machine', roles: [] },
  ] satisfies Caller[])('R10: are given to $subject as $roles', (caller) => {
    expect(() => requireRights(accepted, caller)).not.toThrow();
  });

  it.each([
    { subject: 'otto', roles: ['opportunity-owner'] },
    { subject: 'otto', roles: ['opportunity-owner', 'support-agent'] },
  ] satisfies Caller[])('R10: are refused to $subject as $roles', (caller) => {
    expect(() => requireRights(accepted, caller)).toThrow(
      expect.objectContaining({ code: 'not-opportunity-owner' }),
    );
  });
});
