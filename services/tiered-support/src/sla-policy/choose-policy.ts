import type { Arrangement, ServiceGrade, SlaMatch } from '@steward/contracts';
import { type DefinedPolicy, defaultPolicyId } from './sla-policy.ts';

/** What a policy may be for. */
export interface Matched {
  readonly accountId: string;
  readonly projectId?: string | undefined;
  readonly channel: NonNullable<SlaMatch['channels']>[number];
  readonly arrangement: Arrangement;
  readonly grade?: ServiceGrade | undefined;
}

/** What a policy may be chosen by. */
export interface Served extends Matched {
  readonly at: Date;
}

const isOf = <Value>(among: readonly Value[] | undefined, value: Value | undefined): boolean =>
  among === undefined || (value !== undefined && among.includes(value));

const isValid = ({ validFrom, validTo }: DefinedPolicy, at: Date): boolean =>
  (validFrom === undefined || Date.parse(validFrom) <= at.getTime()) &&
  (validTo === undefined || at.getTime() < Date.parse(validTo));

/** Whether something has one of the values of everything that is named. */
export const matches = (match: SlaMatch, served: Matched): boolean =>
  isOf(match.accounts, served.accountId) &&
  isOf(match.projects, served.projectId) &&
  isOf(match.channels, served.channel) &&
  isOf(match.tiers, served.arrangement.tier) &&
  isOf(match.servedBy, served.arrangement.servedBy) &&
  isOf(match.grades, served.grade);

/** The enabled policy of the highest rank that matches; the default, whatever its rank, where no other does. */
export const choosePolicy = <Found extends { readonly state: DefinedPolicy }>(
  policies: readonly Found[],
  served: Served,
): Found | undefined => {
  const fitting = policies.filter(
    ({ state }) =>
      state.status === 'enabled' && isValid(state, served.at) && matches(state.match, served),
  );
  const isDefault = ({ state }: Found) => state.policyId === defaultPolicyId;
  // Two of one rank: the same one each time, so that nobody has to guess.
  const byRank = (one: Found, other: Found) =>
    Number(isDefault(one)) - Number(isDefault(other)) ||
    other.state.rank - one.state.rank ||
    (one.state.policyId < other.state.policyId ? -1 : 1);
  return fitting.sort(byRank)[0];
};
