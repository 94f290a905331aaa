import type { SurveyReceiverEvent } from '@steward/contracts';
import type { Aggregate } from '@steward/domain';

interface Asked {
  readonly surveyId: string;
  readonly at: string;
}

/** When somebody was last asked how satisfied they were. */
export interface SurveyReceiverState {
  /** The latest, and the one before it, which counts again when the latest is called off. */
  readonly asked: readonly Asked[];
}

const keptMax = 2;
const dayMs = 86_400_000;

const evolve = (
  { asked }: SurveyReceiverState,
  { type, data: { surveyId, at } }: SurveyReceiverEvent,
): SurveyReceiverState => {
  switch (type) {
    case 'SurveyReceiverAsked':
      return { asked: [...asked, { surveyId, at }].slice(-keptMax) };
    case 'SurveyReceiverReleased':
      return { asked: asked.filter((one) => one.surveyId !== surveyId) };
  }
};

export const surveyReceiver: Aggregate<SurveyReceiverState, SurveyReceiverEvent> = {
  name: 'survey-receiver',
  initial: { asked: [] },
  evolve,
};

/** Whether they are to be left alone at a moment; tickets come in no order, so those after it count, too. */
export const isQuiet = (
  { asked }: SurveyReceiverState,
  { at, quietDays }: { readonly at: Date; readonly quietDays: number },
): boolean => asked.some((one) => Math.abs(at.getTime() - Date.parse(one.at)) < quietDays * dayMs);

export interface AskReceiver {
  readonly receiverId: string;
  readonly surveyId: string;
  readonly accountId: string;
  readonly quietDays: number;
  readonly at: Date;
}

/** Notes that they are asked, unless they are to be left alone. */
export const askReceiver = (
  receiver: SurveyReceiverState,
  { quietDays, at, ...asked }: AskReceiver,
): SurveyReceiverEvent[] =>
  isQuiet(receiver, { at, quietDays })
    ? []
    : [{ type: 'SurveyReceiverAsked', data: { ...asked, at: at.toISOString() } }];

/** Takes back that they were asked, where that is still remembered. */
export const releaseReceiver = (
  { asked }: SurveyReceiverState,
  { at, ...released }: Omit<AskReceiver, 'quietDays'>,
): SurveyReceiverEvent[] =>
  asked.some(({ surveyId }) => surveyId === released.surveyId)
    ? [{ type: 'SurveyReceiverReleased', data: { ...released, at: at.toISOString() } }]
    : [];
