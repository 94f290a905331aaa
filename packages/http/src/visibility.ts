import type { Principal } from './principal.ts';

/** Whose something is, as far as that decides who sees it. */
export interface Whose {
  readonly accountId?: string | undefined;
  readonly partnerId?: string | undefined;
}

/**
 * What has to hold of whatever exists for the caller: a customer sees its own account, a partner the projects
 * that it leads, everybody else all of them. Whoever is both sees what both may see.
 */
export const ownOnly = ({ roles, accountId, partnerId }: Principal): Whose => ({
  ...(roles.includes('customer') && { accountId }),
  ...(roles.includes('partner') && { partnerId }),
});

/** Whether something exists for the caller. What names no partner exists for none. */
export const maySee = (principal: Principal, whose: Whose): boolean => {
  const { accountId = whose.accountId, partnerId = whose.partnerId } = ownOnly(principal);
  return accountId === whose.accountId && partnerId === whose.partnerId;
};

const nobodys = { accountId: { $in: [] } };

/**
 * What was asked of a list, bound to what exists for the caller. It belongs into the query, never after it, so
 * that pages and counts agree. A list that nobody can ask for `partnerId` holds nothing for partners.
 */
export const visibleOnly = <Asked extends Whose & Readonly<Record<string, unknown>>>(
  principal: Principal,
  asked: Asked,
) => {
  const own = ownOnly(principal);
  const { accountId = own.accountId } = asked;
  const partnerId = 'partnerId' in asked ? (asked.partnerId ?? own.partnerId) : undefined;
  const bound = maySee(principal, { accountId, partnerId }) ? own : nobodys;
  return { ...asked, ...bound };
};
