import { parseTokenWish } from './token-wish.ts';

describe("a token's command line", () => {
  it('fills in what is not said', () => {
    expect(parseTokenWish(['--role', 'account-owner'])).toEqual({
      name: 'dev',
      claims: { subject: 'ada', roles: ['account-owner'], scope: [], expires: '8h' },
    });
  });

  it('takes several roles and scopes, an account, a partner and a unit', () => {
    const words =
      '--role analyst --role importer --scope tickets:write --account a1 --partner p1 --unit u1';
    expect(parseTokenWish(words.split(' ')).claims).toMatchObject({
      roles: ['analyst', 'importer'],
      scope: ['tickets:write'],
      account: 'a1',
      partner: 'p1',
      unit: 'u1',
    });
  });

  it.each([
    { flaw: 'no role', args: [], says: /needs a role[\s\S]*account-owner/ },
    { flaw: 'an unknown role', args: ['--role', 'boss'], says: /"boss".*account-owner/ },
    { flaw: 'a word every object has', args: ['--role', 'toString'], says: /"toString"/ },
    {
      flaw: 'an unknown scope',
      args: ['--role', 'analyst', '--scope', 'moon:walk'],
      says: /"moon:walk".*tickets:read/,
    },
  ])('is refused with $flaw', ({ args, says }) => {
    expect(() => parseTokenWish(args)).toThrow(says);
  });
});
