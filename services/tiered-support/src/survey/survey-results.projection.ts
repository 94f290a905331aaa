import type { Projection } from '@steward/bus';
import { type SurveyEvent, type SurveyStatus, surveyNoun } from '@steward/contracts';

/** What became of one survey; the key is its id. One that was called off in advance was never one. */
export interface SurveyResult {
  readonly status: SurveyStatus;
  /** When it was offered or withheld. */
  readonly at: string;
  readonly score?: number;
}

export const surveyResults: Projection<SurveyResult, SurveyEvent> = {
  name: 'survey-results',
  nouns: [surveyNoun],
  indexes: [['at']],
  keyOf: ({ key }) => key,
  apply: (row, { type, data }) => {
    switch (type) {
      case 'SurveyOffered':
        return { status: 'offered', at: data.at };
      case 'SurveyWithheld':
        return { status: 'withheld', at: data.at };
      case 'SurveyAnswered':
        return row && { ...row, status: 'answered', score: data.score };
      case 'SurveyExpired':
        return row && { ...row, status: 'expired' };
      case 'SurveyCancelled':
        return row && { ...row, status: 'cancelled' };
      case 'SurveyErased':
        return row;
    }
  },
};
