import type { Principal } from './principal.ts';

/**
 * What a query must ask for so that it finds only what the caller may see: a customer sees its own account,
 * everybody else all of them. It belongs into the query, never after it, so that pages and counts agree.
 */
export const ownAccountOnly = ({ roles, accountId }: Principal): { accountId?: string } =>
  roles.includes('customer') && accountId !== undefined ? { accountId } : {};

/** Whether one account exists for the caller. */
export const maySeeAccount = (principal: Principal, accountId: string | undefined): boolean => {
  const own = ownAccountOnly(principal).accountId;
  return own === undefined || own === accountId;
};
