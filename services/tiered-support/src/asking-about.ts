import type { DataOf, TicketEvent } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from './dependencies.ts';
import { everyItem } from './every-item.ts';
import { isAskedAbout } from './survey/offer-survey.ts';
import { currentPolicyId } from './survey-policy/survey-policy.ts';

/** All facts of one type in the history of a ticket, the oldest first. */
export const factsOf = async <Type extends TicketEvent['type']>(
  { tickets }: Dependencies,
  ticketId: string,
  type: Type,
) => {
  const facts = await everyItem((request) => tickets.history(ticketId, request, [type]));
  return facts.map(({ id, version, data }) => ({
    id,
    version,
    data: data as DataOf<TicketEvent, Type>,
  }));
};

/** The policy, and how the ticket came to us, where anybody is to be asked about the resolution. */
export const askingAbout = async (
  dependencies: Dependencies,
  resolved: Pick<DataOf<TicketEvent, 'TicketResolved'>, 'ticketId' | 'inCall'>,
) => {
  const policy = await dependencies.surveyPolicies.read(currentPolicyId);
  if (!exists(policy)) return undefined;
  const [raised] = await factsOf(dependencies, resolved.ticketId, 'TicketRaised');
  return raised && isAskedAbout(policy.state, raised.data, resolved)
    ? { policy, raised: raised.data }
    : undefined;
};
