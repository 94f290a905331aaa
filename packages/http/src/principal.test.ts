import { principalOf } from './principal.ts';

describe('principal', () => {
  it('may do what its roles and its scopes say', () => {
    const { subject, roles, scopes } = principalOf({
      sub: 'u-1',
      roles: ['support-agent'],
      scope: 'reports:read history:backdate',
    });
    expect({ subject, roles }).toEqual({ subject: 'u-1', roles: ['support-agent'] });
    expect([...scopes].sort()).toEqual([
      'accounts:read',
      'catalogue:read',
      'history:backdate',
      'reports:read',
      'support:read',
      'support:work',
      'tickets:read',
      'tickets:write',
    ]);
  });

  it.each([
    { roles: ['king', 7, 'toString'], scope: 'everything:write' },
    { roles: 'administrator' },
    { scope: ['accounts:read'] },
    {},
  ])('gains nothing by %p', (claims) => {
    const { roles, scopes } = principalOf({ sub: 'u-1', ...claims });
    expect([roles, [...scopes]]).toEqual([[], []]);
  });

  it('belongs to a unit and, as a customer, to an account', () => {
    const claims = { sub: 'u-1', roles: ['customer'], account: 'acme', unit: 'north' };
    expect(principalOf(claims)).toMatchObject({ accountId: 'acme', unit: 'north' });
  });

  it('sees, as a partner, what that partner leads', () => {
    const claims = { sub: 'u-1', roles: ['partner'], partner: 'integra' };
    expect(principalOf(claims)).toMatchObject({ partnerId: 'integra' });
  });

  it('may do as a partner what partners may, whatever else its token says', () => {
    const partner = { sub: 'u-1', partner: 'integra' };
    const { scopes } = principalOf({ ...partner, roles: ['partner'] });
    const scope = 'reports:read history:backdate';
    const more = principalOf({ ...partner, roles: ['administrator', 'partner'], scope });
    expect([...more.scopes].sort()).toEqual([...scopes].sort());
  });

  it.each([
    { role: 'customer', without: 'an account', code: 'customer-without-account' },
    { role: 'partner', without: 'a name', code: 'partner-not-named' },
  ])('is no $role without $without', ({ role, code }) => {
    expect(() => principalOf({ sub: 'u-1', roles: [role] })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('has a subject', () => {
    expect(() => principalOf({ roles: ['analyst'] })).toThrow(
      expect.objectContaining({ code: 'token-invalid' }),
    );
  });
});
