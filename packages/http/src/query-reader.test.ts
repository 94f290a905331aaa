import { accountRoutes } from '@steward/contracts';
import { queryReader } from './query-reader.ts';

const read = queryReader(accountRoutes.listAccounts.query);

describe('query', () => {
  it('fills in defaults and reads numbers', () => {
    expect(read('')).toEqual({ limit: 50 });
    expect(read('limit=7&ownerId=u-1')).toEqual({ limit: 7, ownerId: 'u-1' });
  });

  it.each([
    'color=red',
    'limit=0',
    'limit=x',
    'limit=1&limit=2',
    '__proto__=1',
    'toString=1',
    'limit[]=1',
  ])('refuses %s', (search) => {
    expect(() => read(search)).toThrow('The query does not fit the route');
  });

  it('gives every request the same answer to an absent one', () => {
    expect(() => Object.assign(read('') as object, { limit: 1 })).toThrow(TypeError);
  });
});
