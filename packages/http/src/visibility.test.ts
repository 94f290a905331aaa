import { principalOf } from './principal.ts';
import { maySeeAccount, ownAccountOnly } from './visibility.ts';

const customer = principalOf({ sub: 'u-1', roles: ['customer', 'analyst'], account: 'acme' });
const employee = principalOf({ sub: 'u-2', roles: ['analyst'], account: 'acme' });

describe('visibility', () => {
  it('keeps a customer to its own account, whatever else it is', () => {
    expect(ownAccountOnly(customer)).toEqual({ accountId: 'acme' });
    expect(maySeeAccount(customer, 'acme')).toBe(true);
    expect(maySeeAccount(customer, 'bolt')).toBe(false);
    expect(maySeeAccount(customer, undefined)).toBe(false);
  });

  it('shows everybody else all accounts', () => {
    expect(ownAccountOnly(employee)).toEqual({});
    expect(maySeeAccount(employee, 'bolt')).toBe(true);
  });
});
