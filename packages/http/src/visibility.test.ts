import { principalOf } from './principal.ts';
import { maySee, ownOnly, visibleOnly } from './visibility.ts';

const account = 'acme';
const partner = 'integra';
const customer = principalOf({ sub: 'u-1', roles: ['customer', 'analyst'], account });
const partners = principalOf({ sub: 'u-2', roles: ['partner', 'support-agent'], partner });
const both = principalOf({ sub: 'u-3', roles: ['customer', 'partner'], account, partner });
const employee = principalOf({ sub: 'u-4', roles: ['analyst'], account, partner });

const acme = { accountId: 'acme' };
const integra = { partnerId: 'integra' };

describe('visibility', () => {
  it.each([
    { who: 'a customer, whatever else they are, to its account', caller: customer, own: acme },
    { who: 'a partner, whatever else they are, to itself', caller: partners, own: integra },
    { who: 'whoever is both to both', caller: both, own: { ...acme, ...integra } },
    { who: 'nobody else', caller: employee, own: {} },
  ])('binds $who', ({ caller, own }) => {
    expect(ownOnly(caller)).toEqual(own);
  });

  it.each([
    { of: acme, seenBy: [customer, employee] },
    { of: { ...acme, ...integra }, seenBy: [customer, partners, both, employee] },
    { of: { accountId: 'bolt', ...integra }, seenBy: [partners, employee] },
    { of: { ...acme, partnerId: 'other' }, seenBy: [customer, employee] },
    { of: { accountId: 'bolt' }, seenBy: [employee] },
    { of: {}, seenBy: [employee] },
  ])('of one thing of $of is for those whose it is, and us', ({ of, seenBy }) => {
    const callers = [customer, partners, both, employee];
    expect(callers.filter((caller) => maySee(caller, of))).toEqual(seenBy);
  });

  const nothing = { accountId: { $in: [] } };
  const open = { accountId: undefined, partnerId: undefined };
  it.each([
    { asks: 'a customer for all', caller: customer, asked: open, found: acme },
    { asks: 'a customer for its own', caller: customer, asked: acme, found: acme },
    { asks: "a customer for another's", caller: customer, asked: { accountId: 'bolt' } },
    { asks: 'a partner for all', caller: partners, asked: open, found: integra },
    {
      asks: 'a partner for an account',
      caller: partners,
      asked: { ...open, ...acme },
      found: { ...acme, ...integra },
    },
    { asks: "a partner for another's", caller: partners, asked: { partnerId: 'other' } },
    { asks: 'a partner where there are none', caller: partners, asked: {} },
    { asks: 'a partner for an account where there are none', caller: partners, asked: acme },
    { asks: 'whoever is both for all', caller: both, asked: open, found: { ...acme, ...integra } },
    { asks: 'whoever is both for the other', caller: both, asked: { ...open, partnerId: 'other' } },
    { asks: 'one of us for all', caller: employee, asked: open, found: {} },
    {
      asks: 'one of us for one',
      caller: employee,
      asked: { accountId: 'bolt' },
      found: { accountId: 'bolt' },
    },
  ])('of a list, asked by $asks, is part of the query', ({ caller, asked, found = nothing }) => {
    const query = visibleOnly(caller, { status: 'open', ...asked });
    expect(query).toMatchObject({ status: 'open', ...found });
  });
});
