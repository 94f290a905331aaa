import type { RouteContract } from '@steward/contracts';

/** Where a route of one thing is, from the path that the contract declares. Ids need no escaping. */
export const pathTo = ({ path }: Pick<RouteContract, 'path'>): ((id: string) => string) => {
  const [before = '', after] = path.split(/:\w+/);
  return after === undefined ? () => before : (id) => before + id + after;
};
