import { on } from '@steward/bus';
import { TicketReopened } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { factsOf } from '../facts-of.ts';
import { receiverIdOf } from '../survey-links.ts';
import { currentPolicyId } from '../survey-policy/survey-policy.ts';
import { cancelSurvey } from './end-survey.ts';
import { askingAbout } from './offer-survey.consumer.ts';
import { survey as surveyAggregate } from './survey.ts';
import { releaseReceiver } from './survey-receiver.ts';

/** The resolution did not hold: whoever was asked about it may be asked about the next one. */
export const cancelSurveyOnTicketReopened = (dependencies: Dependencies) =>
  on('cancelSurveyOnTicketReopened', TicketReopened, async ({ data, because, version }) => {
    const { surveys, surveyPolicies, surveyReceivers, changeTogether } = dependencies;
    const { ticketId, accountId } = data;
    // Where there never was a policy nobody was ever asked, so the past of the ticket need not be read.
    if (!exists(await surveyPolicies.read(currentPolicyId))) return undefined;
    const resolutions = await factsOf(dependencies, ticketId, 'TicketResolved');
    const resolved = resolutions.findLast((one) => one.version < version);
    if (!resolved) return undefined;
    const surveyId = resolved.id;
    const seen = (await surveys.read(surveyId))?.state ?? surveyAggregate.initial;
    if (seen.status !== 'absent' && seen.status !== 'offered') return undefined;
    if (seen.status === 'absent' && !(await askingAbout(dependencies, resolved.data)))
      return undefined;

    const about = { surveyId, ticketId, accountId, at: because.at };
    const cancelled = surveys.step(surveyId, (survey) => {
      // It was offered or answered just now: all of this is tried again, with that in sight.
      if (survey.status !== seen.status) throw new Error(`Survey ${surveyId} is changing`);
      return cancelSurvey(survey, about);
    });
    if (seen.status === 'absent') return changeTogether([cancelled], because);
    const receiverId = receiverIdOf(accountId, seen.receiver);
    const released = surveyReceivers.step(receiverId, (receiver) =>
      releaseReceiver(receiver, { ...about, receiverId }),
    );
    return changeTogether([cancelled, released], because);
  });
