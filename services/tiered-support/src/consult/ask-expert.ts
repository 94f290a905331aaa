import type { ConsultEvent, ConsultQuestion, Tier } from '@steward/contracts';
import { type Consult, refuse } from './consult.ts';

export interface AskExpert extends ConsultQuestion {
  readonly consultId: string;
  /** The ticket as it stands. */
  readonly ticket: {
    readonly ticketId: string;
    readonly accountId: string;
    readonly arrangement: { readonly tier: Tier };
  };
  readonly askedBy: string;
  readonly at: Date;
}

/** Experts stand behind the call centre of the third tier; elsewhere technical people hold the ticket anyway. */
export const askExpert = (
  consult: Consult,
  { ticket, at, ...asked }: AskExpert,
): ConsultEvent[] => {
  if (consult.status !== 'absent')
    throw refuse('consult-already-asked', `Consult ${asked.consultId} was already asked for`);
  const { ticketId, accountId, arrangement } = ticket;
  if (arrangement.tier !== 3)
    throw refuse('consult-not-in-tier-3', `Ticket ${ticketId} is of tier ${arrangement.tier}`);
  return [{ type: 'ConsultAsked', data: { ...asked, ticketId, accountId, at: at.toISOString() } }];
};

export interface AnswerConsult {
  readonly consultId: string;
  readonly answer: string;
  readonly answeredBy: string;
  readonly at: Date;
}

export const answerConsult = (
  consult: Consult,
  { at, ...answered }: AnswerConsult,
): ConsultEvent[] => {
  const { consultId } = answered;
  if (consult.status === 'absent')
    throw refuse('consult-not-found', `There is no consult ${consultId}`);
  if (consult.status === 'answered')
    throw refuse('consult-already-answered', `${consult.answeredBy} has answered ${consultId}`);
  if (at.getTime() < Date.parse(consult.askedAt))
    throw refuse('consult-answered-before-asked', `It was asked at ${consult.askedAt}`);
  const { ticketId, accountId } = consult;
  const data = { ...answered, ticketId, accountId, at: at.toISOString() };
  return [{ type: 'ConsultAnswered', data }];
};
