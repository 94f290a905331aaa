import { TicketRated, TicketSurveyLeftOut } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  at,
  closed,
  fact,
  moment,
  pastOf,
  raised,
  rated,
  reopened,
  resolved,
} from '../fixtures/ticket-past.ts';
import { rateBySurvey } from './rate-by-survey.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const answer = { surveyId: 'v-1', score: 4, resolvedAt: at('10:00'), at: moment('12:00') };
const leftOut = (time: string, label: string, why: 'already-rated' | 'reopened') =>
  ({
    type: 'TicketSurveyLeftOut',
    data: { ...fact(time, label), surveyId: 'v-1', score: 4, why },
  }) as const;

describe('rate a ticket by a survey', () => {
  it.each([
    { when: 'resolved', past: pastOf.resolved, time: '12:00', label: 'resolved' },
    {
      when: 'closed after the answer was given',
      past: [...pastOf.resolved, closed('13:00')],
      time: '13:00',
      label: 'closed',
    },
  ])('takes the answer for the rating of what is $when', ({ past, time, label }) => {
    const event = {
      type: 'TicketRated',
      data: { ...fact(time, label), surveyId: 'v-1', score: 4, comment: 'Fine' },
    } as const;
    given(...past)
      .when((state) => rateBySurvey(state, { ...answer, comment: 'Fine' }))
      .thenEmits(event);
    expect(TicketRated.parse(event)).toEqual(event);
    expect([...past, event].reduce(ticket.evolve, ticket.initial)).toMatchObject({
      resolution: { rating: 4 },
    });
  });

  it('keeps what the customer said first, and says so', () => {
    const event = leftOut('12:00', 'resolved', 'already-rated');
    const past = [...pastOf.resolved, rated('11:00', 2)];
    given(...past)
      .when((state) => rateBySurvey(state, answer))
      .thenEmits(event);
    expect(TicketSurveyLeftOut.parse(event)).toEqual(event);
    expect([...past, event].reduce(ticket.evolve, ticket.initial)).toMatchObject({
      changedAt: at('12:00'),
      resolution: { rating: 2 },
    });
  });

  it.each([
    { what: 'is open again', past: [reopened('11:00')], label: 'queued' },
    {
      what: 'was resolved once more',
      past: [reopened('11:00'), resolved('11:30', 1_800)],
      label: 'resolved',
    },
  ])('rates nothing where the ticket $what', ({ past, label }) => {
    given(raised(), resolved('10:00', 3_600), ...past)
      .when((state) => rateBySurvey(state, answer))
      .thenEmits(leftOut('12:00', label, 'reopened'));
  });

  it('rates no ticket that never was', () => {
    given()
      .when((state) => rateBySurvey(state, answer))
      .thenNothing();
  });
});
