import type { PinnedTerms } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from './dependencies.ts';
import { everyItem } from './every-item.ts';
import { choosePolicy, type Served } from './sla-policy/choose-policy.ts';
import { pinTerms } from './sla-policy/pin-terms.ts';

/**
 * What a ticket is promised that is served so, with the hours that count since it was raised; nothing while
 * nobody has defined a policy that is for it.
 */
export const termsFor = async (
  { slaPolicies, calendars }: Pick<Dependencies, 'slaPolicies' | 'calendars'>,
  served: Served,
  raisedAt = served.at,
): Promise<PinnedTerms | undefined> => {
  const policies = await everyItem((request) => slaPolicies.list({ status: 'enabled' }, request));
  const policy = choosePolicy(policies.filter(exists), served);
  if (!policy) return undefined;
  const calendar = await calendars.read(policy.state.calendarId);
  if (!exists(calendar))
    throw new Error(`The policy ${policy.id} counts in a calendar that is not there`);
  return pinTerms(policy, calendar, raisedAt);
};
