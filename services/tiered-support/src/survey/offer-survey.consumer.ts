import { on } from '@steward/bus';
import { type DataOf, type TicketEvent, TicketResolved } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { factsOf } from '../facts-of.ts';
import { receiverIdOf } from '../survey-links.ts';
import { currentPolicyId } from '../survey-policy/survey-policy.ts';
import { resolutionOf } from '../ticket/ticket.ts';
import { isAskedAbout, offerSurvey, receiverOf, withholdSurvey } from './offer-survey.ts';
import { askReceiver, isQuiet } from './survey-receiver.ts';

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

/** Asks once for each resolution; two tickets of one receiver are decided one after the other. */
export const offerSurveyOnTicketResolved = (dependencies: Dependencies) =>
  on('offerSurveyOnTicketResolved', TicketResolved, async ({ id: surveyId, data, because }) => {
    const { surveys, surveyReceivers, surveyLinks, tickets, customers } = dependencies;
    const asking = await askingAbout(dependencies, data);
    if (!asking || exists(await surveys.read(surveyId))) return undefined;
    const { ticketId, accountId, at: resolvedAt } = data;
    // After the policy: what was reopened while nobody was asked about anything was not called off.
    const ticket = await tickets.read(ticketId);
    if (!exists(ticket) || resolutionOf(ticket.state)?.at !== resolvedAt) return undefined;

    const about = { surveyId, ticketId, accountId, resolvedAt, at: because.at };
    const customer = await customers.get(accountId);
    const receiver = receiverOf(asking.raised, customer?.contacts ?? []);
    if (!receiver)
      return surveys.change(surveyId, (survey) => withholdSurvey(survey, about), because);

    const { version: policyVersion, state } = asking.policy;
    const { status: _, policyId: __, ...policy } = state;
    const receiverId = receiverIdOf(accountId, receiver);
    const secretHash = surveyLinks.hashFor({ surveyId, receiver });
    const { quietDays } = policy;
    let isLeftAlone = false;
    const asked = surveyReceivers.step(receiverId, (known) => {
      isLeftAlone = isQuiet(known, { at: because.at, quietDays });
      return askReceiver(known, { receiverId, surveyId, accountId, quietDays, at: because.at });
    });
    const offered = surveys.step(surveyId, (survey) => {
      // It was called off just now. All of this is tried again, and then asks nobody.
      if (survey.status !== 'absent') throw new Error(`Survey ${surveyId} is there meanwhile`);
      const command = { ...about, receiver, secretHash, policy, policyVersion };
      return offerSurvey(survey, { ...command, isQuiet: isLeftAlone });
    });
    return dependencies.changeTogether([asked, offered], because);
  });
