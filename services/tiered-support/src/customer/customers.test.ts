import type { AccountEvent, ContactEvent } from '@steward/contracts';
import { type Customer, comparable, customers } from './customers.projection.ts';

const at = '2026-03-02T12:00:00.000Z';
const accountId = 'acme';

const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: { accountId, name: 'Acme', industry: 'energy', segment: 'large', at },
};
const assigned: AccountEvent = {
  type: 'AccountOwnerAssigned',
  data: { accountId, ownerId: 'ada', at },
};
const carl = { contactId: 'c-1', name: 'Carl', email: 'Carl@Acme.example', phone: '+49 30 12-34' };
const added: ContactEvent = { type: 'ContactAdded', data: { ...carl, accountId, at } };
const zoe = { contactId: 'c-2', name: 'Zoe', email: 'zoe@acme.example', phone: undefined };
const joined: ContactEvent = { type: 'ContactAdded', data: { ...zoe, accountId, at } };

const occurrence = { id: 'e-1', topic: 'any', key: 'any', version: 1, at };

const after = (...events: (AccountEvent | ContactEvent)[]): Customer | undefined =>
  events.reduce<Customer | undefined>(
    (row, event) => customers.apply(row, { ...occurrence, ...event }),
    undefined,
  );

const known = {
  name: 'Acme',
  industry: 'energy',
  segment: 'large',
  ownerId: 'ada',
  contacts: [carl, zoe],
  reachedBy: ['0049301234', 'carl@acme.example', 'zoe@acme.example'],
};

describe('customers as support knows them', () => {
  it.each([
    ['first the account, then its people', [registered, assigned, added, joined]],
    ['first its people, then the account', [joined, added, registered, assigned]],
  ])('are the same, told %s', (_order, events) => {
    expect(after(...events)).toEqual(known);
  });

  it.each([
    ['Carl@ACME.example ', 'carl@acme.example'],
    ['+49 (30) 12/34', '0049301234'],
    ['0049-30-1234', '0049301234'],
  ])('are recognised by %s', (address, recognised) => {
    expect(comparable(address)).toBe(recognised);
  });
});
