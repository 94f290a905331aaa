import { officeHours } from '../fixtures/hours.ts';
import { policyContent } from '../fixtures/policies.ts';
import { choosePolicy, type Served } from './choose-policy.ts';
import { pinTerms } from './pin-terms.ts';
import type { DefinedPolicy } from './sla-policy.ts';

const at = new Date('2026-03-02T12:00:00.000Z');
const served: Served = {
  accountId: 'acme',
  projectId: 'p-1',
  channel: 'direct',
  arrangement: { tier: 3, servedBy: 'call-centre', policyRow: 'bought-directly' },
  grade: 'gold',
  at,
};

const policy = (policyId: string, changes: Partial<DefinedPolicy> = {}) => {
  const state = { ...policyContent(), status: 'enabled' as const, policyId, ...changes };
  return { version: 1, state };
};
const everybody = policy('default', { rank: 1_000 });
const chosen = (...policies: ReturnType<typeof policy>[]) =>
  choosePolicy(policies, served)?.state.policyId;

describe('the policy of a ticket', () => {
  it.each([
    { what: 'its account', match: { accounts: ['other', 'acme'] }, fits: true },
    { what: 'another account', match: { accounts: ['other'] }, fits: false },
    { what: 'its project', match: { projects: ['p-1'] }, fits: true },
    { what: 'another project', match: { projects: ['p-2'] }, fits: false },
    { what: 'its channel', match: { channels: ['direct'] }, fits: true },
    { what: 'another channel', match: { channels: ['dealer'] }, fits: false },
    { what: 'its tier', match: { tiers: [3] }, fits: true },
    { what: 'another tier', match: { tiers: [1, 2] }, fits: false },
    { what: 'who serves it', match: { servedBy: ['call-centre'] }, fits: true },
    { what: 'others who serve', match: { servedBy: ['delivery-centre'] }, fits: false },
    { what: 'its grade', match: { grades: ['gold'] }, fits: true },
    { what: 'another grade', match: { grades: ['silver', 'bronze'] }, fits: false },
    { what: 'one of two that it has', match: { tiers: [3], accounts: ['other'] }, fits: false },
  ] as const)('is one for $what: $fits', ({ match, fits }) => {
    const lists = Object.entries(match).map(([name, values]) => [name, [...values]]);
    const some = policy('some', { match: Object.fromEntries(lists) });
    expect(chosen(everybody, some)).toBe(fits ? 'some' : 'default');
  });

  it('is none for a project where the ticket is about none', () => {
    const some = policy('some', { match: { projects: ['p-1'] } });
    expect(choosePolicy([some], { ...served, projectId: undefined })).toBeUndefined();
  });

  it('is the one of the highest rank, and of two the first by name', () => {
    const match = { accounts: ['acme'] };
    expect(chosen(policy('low', { match, rank: 1 }), policy('high', { match, rank: 2 }))).toBe(
      'high',
    );
    expect(chosen(policy('b', { match, rank: 1 }), policy('a', { match, rank: 1 }))).toBe('a');
  });

  it.each([
    { what: 'is disabled', change: { status: 'disabled' } },
    { what: 'is not valid yet', change: { validFrom: '2026-03-02T12:00:00.001Z' } },
    { what: 'is not valid any more', change: { validTo: '2026-03-02T12:00:00.000Z' } },
  ] as const)('is none that $what', ({ change }) => {
    expect(chosen(everybody, policy('some', { match: { tiers: [3] }, ...change }))).toBe('default');
  });

  it('is nothing where there is no policy', () => {
    expect(chosen()).toBeUndefined();
  });

  it('is written down with its hours, without the holidays that are over', () => {
    const calendar = {
      version: 4,
      state: {
        status: 'defined',
        calendarId: 'office',
        name: 'The office',
        hours: officeHours({ holidays: ['2025-12-25', '2026-05-01', '2036-05-01'] }),
        since: at.toISOString(),
      },
    } as const;
    expect(pinTerms({ ...everybody, version: 3 }, calendar, at)).toEqual({
      ...policyContent().terms,
      policyId: 'default',
      policyVersion: 3,
      calendarId: 'office',
      calendarVersion: 4,
      hours: officeHours({ holidays: ['2026-05-01'] }),
    });
  });
});
