import type { DataOf, SurveyEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type About = Readonly<
  Pick<DataOf<SurveyEvent, 'SurveyOffered'>, 'surveyId' | 'ticketId' | 'accountId'>
>;

/** All of a survey that somebody could answer, whatever became of it. */
type Sent = Readonly<Omit<DataOf<SurveyEvent, 'SurveyOffered'>, 'at'>>;

export type OfferedSurvey = Sent & {
  readonly status: 'offered';
  /** When it expires, for as long as it can. */
  readonly dueAt: string;
};
export type AnsweredSurvey = Sent &
  Readonly<Pick<DataOf<SurveyEvent, 'SurveyAnswered'>, 'score' | 'comment' | 'answers'>> & {
    readonly status: 'answered';
    readonly answeredAt: string;
  };
export type OverSurvey = Sent & { readonly status: 'expired' | 'cancelled' };

/** Somebody could answer it once, or still can. */
export type SentSurvey = OfferedSurvey | AnsweredSurvey | OverSurvey;
/** Nobody ever could; what was reopened before anybody could be asked is only known to be called off. */
export type UnsentSurvey =
  | (About & { readonly status: 'cancelled'; readonly receiver?: undefined })
  | (Readonly<Omit<DataOf<SurveyEvent, 'SurveyWithheld'>, 'at'>> & { readonly status: 'withheld' });
export type KnownSurvey = SentSurvey | UnsentSurvey;
export type Survey = { readonly status: 'absent' } | KnownSurvey;

export const refuse = refusals({
  'survey-not-found': 'notFound',
  'survey-already-answered': 'conflict',
  'survey-expired': 'conflict',
  'survey-superseded': 'conflict',
  'survey-not-open': 'conflict',
  'survey-not-answered': 'conflict',
  'survey-not-to-be-sent-yet': 'conflict',
  'survey-question-unknown': 'invalid',
});

export const wasSent = (survey: Survey): survey is SentSurvey => 'secretHash' in survey;

const end = (survey: OfferedSurvey): Sent => {
  const { status: _, dueAt: __, ...sent } = survey;
  return sent;
};

const evolve = (survey: Survey, { type, data }: SurveyEvent): Survey => {
  switch (type) {
    case 'SurveyOffered': {
      const { at: _, ...sent } = data;
      return { status: 'offered', ...sent, dueAt: data.expiresAt };
    }
    case 'SurveyWithheld': {
      const { at: _, ...withheld } = data;
      return { status: 'withheld', ...withheld };
    }
    case 'SurveyAnswered': {
      if (survey.status !== 'offered') return survey;
      const { score, comment, answers, at: answeredAt } = data;
      return { ...end(survey), status: 'answered', score, comment, answers, answeredAt };
    }
    case 'SurveyExpired':
      return survey.status === 'offered' ? { ...end(survey), status: 'expired' } : survey;
    case 'SurveyCancelled': {
      if (survey.status === 'offered') return { ...end(survey), status: 'cancelled' };
      const { surveyId, ticketId, accountId } = data;
      return survey.status === 'absent'
        ? { status: 'cancelled', surveyId, ticketId, accountId }
        : survey;
    }
    case 'SurveyErased':
      return survey;
  }
};

export const survey: Aggregate<Survey, SurveyEvent> = {
  name: 'survey',
  initial: { status: 'absent' },
  evolve,
};
