import { SurveyReceiverAsked, SurveyReceiverReleased } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { day } from '../fixtures/survey-past.ts';
import {
  askReceiver,
  releaseReceiver,
  type SurveyReceiverState,
  surveyReceiver,
} from './survey-receiver.ts';

const given = scenario(surveyReceiver);
const about = (surveyId: string, number: number) => ({
  receiverId: 'r-1',
  surveyId,
  accountId: 'acme',
  at: day(number),
});
const told = (surveyId: string, number: number) => ({
  ...about(surveyId, number),
  at: day(number).toISOString(),
});
const asked = (surveyId: string, number: number) =>
  ({ type: 'SurveyReceiverAsked', data: told(surveyId, number) }) as const;
const released = (surveyId: string, number: number) =>
  ({ type: 'SurveyReceiverReleased', data: told(surveyId, number) }) as const;

describe('somebody who is asked', () => {
  it.each([
    { when: 'the first time', past: [], quietDays: 7 },
    { when: 'after the quiet days', past: [asked('v-1', 1)], quietDays: 9 },
    { when: 'at once, where there are no quiet days', past: [asked('v-1', 10)], quietDays: 0 },
    {
      when: 'when what they were asked was called off',
      past: [asked('v-1', 9), released('v-1', 10)],
      quietDays: 7,
    },
  ])('is asked $when', ({ past, quietDays }) => {
    given(...past)
      .when((receiver) => askReceiver(receiver, { ...about('v-2', 10), quietDays }))
      .thenEmits(asked('v-2', 10));
    expect(SurveyReceiverAsked.parse(asked('v-2', 10))).toEqual(asked('v-2', 10));
  });

  it.each([
    { when: 'within the quiet days', past: [asked('v-1', 1)] },
    { when: 'about an earlier matter that is heard of later', past: [asked('v-1', 15)] },
    {
      when: 'within those of the one before, when the latest was called off',
      past: [asked('v-1', 5), asked('v-3', 9), released('v-3', 9)],
    },
  ])('is left alone $when', ({ past }) => {
    given(...past)
      .when((receiver) => askReceiver(receiver, { ...about('v-2', 10), quietDays: 10 }))
      .thenNothing();
  });

  it('is released only of what they were asked', () => {
    given(asked('v-1', 1))
      .when((receiver) => releaseReceiver(receiver, about('v-1', 2)))
      .thenEmits(released('v-1', 2));
    expect(SurveyReceiverReleased.parse(released('v-1', 2))).toEqual(released('v-1', 2));
    given(asked('v-1', 1))
      .when((receiver) => releaseReceiver(receiver, about('v-2', 2)))
      .thenNothing();
  });

  it('is never asked twice within the quiet days, in whatever order tickets are resolved', () => {
    const quietDays = 7;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (days) => {
        let receiver: SurveyReceiverState = surveyReceiver.initial;
        const askedOn: number[] = [];
        // As they are resolved; what is heard a little late does not change it.
        for (const number of [...days].sort((one, other) => one - other)) {
          const events = askReceiver(receiver, { ...about(`v-${number}`, number), quietDays });
          if (events.length > 0) askedOn.push(number);
          receiver = events.reduce(surveyReceiver.evolve, receiver);
        }
        const gaps = askedOn.slice(1).map((number, index) => number - (askedOn[index] ?? 0));
        expect(gaps.every((gap) => gap >= quietDays)).toBe(true);
      }),
    );
  });
});
