import type {
  DataOf,
  SurveyEvent,
  SurveyPolicyContent,
  SurveyReceiver,
  TicketEvent,
} from '@steward/contracts';
import type { Survey } from './survey.ts';

/** Whether anybody is asked about a resolution at all. What is told of the past asks nobody. */
export const isAskedAbout = (
  { isActive, asksInCall }: SurveyPolicyContent,
  { isBroughtIn = false }: Pick<DataOf<TicketEvent, 'TicketRaised'>, 'isBroughtIn'>,
  { inCall }: Pick<DataOf<TicketEvent, 'TicketResolved'>, 'inCall'>,
): boolean => isActive && !isBroughtIn && (asksInCall || !inCall);

/** Who raised the ticket, where that was the customer; else somebody of theirs, preferably with an address. */
export const receiverOf = (
  { raisedBy }: Pick<DataOf<TicketEvent, 'TicketRaised'>, 'raisedBy'>,
  contacts: readonly { readonly contactId: string; readonly email?: string | undefined }[],
): SurveyReceiver | undefined => {
  if (raisedBy !== undefined) return { kind: 'user', id: raisedBy };
  const contact = contacts.find(({ email }) => email !== undefined) ?? contacts[0];
  return contact && { kind: 'contact', id: contact.contactId };
};

export interface OfferSurvey {
  readonly surveyId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly resolvedAt: string;
  readonly receiver: SurveyReceiver;
  readonly secretHash: string;
  /** Whether the receiver is to be left alone. */
  readonly isQuiet: boolean;
  readonly policy: SurveyPolicyContent;
  readonly policyVersion: number;
  readonly at: Date;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

const after = (moment: string, ms: number): string =>
  new Date(Date.parse(moment) + ms).toISOString();

/** One survey for each resolution: where there is one, or it was called off before, nothing follows. */
export const offerSurvey = (survey: Survey, command: OfferSurvey): SurveyEvent[] => {
  if (survey.status !== 'absent') return [];
  const { isQuiet, policy, policyVersion, secretHash, at, ...about } = command;
  const told = { ...about, at: at.toISOString() };
  if (isQuiet) return [{ type: 'SurveyWithheld', data: { ...told, reason: 'quiet' } }];
  const sendFrom = after(about.resolvedAt, policy.delayMinutes * minuteMs);
  const expiresAt = after(sendFrom, policy.validDays * dayMs);
  const { questions } = policy;
  const moments = { sendFrom, expiresAt };
  return [
    {
      type: 'SurveyOffered',
      data: { ...told, ...moments, secretHash, questions, policyVersion },
    },
  ];
};

export type WithholdSurvey = Pick<
  OfferSurvey,
  'surveyId' | 'ticketId' | 'accountId' | 'resolvedAt' | 'at'
>;

/** Says that nobody is known who could be asked. */
export const withholdSurvey = (survey: Survey, { at, ...about }: WithholdSurvey): SurveyEvent[] =>
  survey.status === 'absent'
    ? [
        {
          type: 'SurveyWithheld',
          data: { ...about, at: at.toISOString(), reason: 'no-receiver' },
        },
      ]
    : [];
