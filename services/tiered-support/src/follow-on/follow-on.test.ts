import type { FollowOnEvent, Mechanism, Money, Reward } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import {
  day,
  mechanisms,
  projectAfter,
  projectId,
  reviewed,
} from '../fixtures/operated-projects.ts';
import { followOn } from './follow-on.ts';
import { linkFollowOn } from './link-follow-on.ts';
import { noteOutcome } from './note-outcome.ts';
import { sharedOf, sharesOf } from './reward.ts';

const given = scenario(followOn);
const opportunityId = 'o-2';
const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const percent: Reward = { kind: 'percent', basisPoints: 250 };
const fixed = (amountMinor: number, currency = 'EUR'): Reward => ({
  kind: 'fixed',
  amount: { amountMinor, currency },
});
const sharing = (reward?: Reward, people = ['ada', 'ben']): Mechanism => ({
  mechanism: 'sharing',
  people,
  ...(reward && { reward }),
});
const project = projectAfter(reviewed(mechanisms.sharing));
const link = { opportunityId, project, at: new Date(day(1)) };
const end = (value?: Money) => ({
  opportunityId,
  accountId: 'acme',
  ...(value && { value }),
  at: new Date(day(2)),
});

const about = { opportunityId, projectId, accountId: 'acme' };
const linked = (reward: Reward = percent, people = ['ada', 'ben']): FollowOnEvent => ({
  type: 'FollowOnLinked',
  data: { ...about, people, reward, at: day(1) },
});
const noted = (value?: Money): FollowOnEvent => ({
  type: 'FollowOnOutcomeNoted',
  data: { opportunityId, accountId: 'acme', ...(value && { value }), at: day(2) },
});
const rewarded = (amounts: readonly number[], value: Money, at: string): FollowOnEvent => ({
  type: 'FollowOnRewarded',
  data: {
    ...about,
    value,
    shares: amounts.map((amount, index) => ({
      userId: ['ada', 'ben'][index] ?? '',
      amount: euros(amount),
    })),
    at,
  },
});
const notRewarded = (
  because: 'lost' | 'currency-differs' | 'nothing-to-share',
  at: string,
): FollowOnEvent => ({ type: 'FollowOnNotRewarded', data: { ...about, because, at } });

describe('link what follows from a project', () => {
  it('writes down who shares in what, by the terms of that day', () => {
    given()
      .when((one) => linkFollowOn(one, link))
      .thenEmits(linked());
  });

  it('takes those who are named instead of those whom the mechanism names, each once', () => {
    given()
      .when((one) => linkFollowOn(one, { ...link, people: ['cem', 'cem'] }))
      .thenEmits(linked(percent, ['cem']));
  });

  it('R117: pays at once where it is won already', () => {
    given(noted(euros(1_000_000)))
      .when((one) => linkFollowOn(one, link))
      .thenEmits(linked(), rewarded([12_500, 12_500], euros(1_000_000), day(1)));
  });

  it('pays nothing where it is lost already', () => {
    given(noted())
      .when((one) => linkFollowOn(one, link))
      .thenEmits(linked(), notRewarded('lost', day(1)));
  });

  it.each([
    { what: 'to a second project', past: [linked()], code: 'follow-on-already-linked' },
    {
      what: 'to a project that shares nothing',
      project: projectAfter(),
      code: 'follow-on-without-sharing',
    },
    {
      what: 'to one that has not said how much',
      project: projectAfter(reviewed(sharing())),
      code: 'follow-on-without-sharing',
    },
    {
      what: 'for nobody',
      project: projectAfter(reviewed(sharing(percent, []))),
      code: 'follow-on-without-people',
    },
  ])('is refused $what', ({ past = [], project: other = project, code }) => {
    given(...past)
      .when((one) => linkFollowOn(one, { ...link, project: other }))
      .thenRefuses(code);
  });
});

describe('the outcome of an opportunity', () => {
  it('R117: rewards those who share in it when it is won', () => {
    given(linked())
      .when((one) => noteOutcome(one, end(euros(1_000_000))))
      .thenEmits(rewarded([12_500, 12_500], euros(1_000_000), day(2)));
  });

  it.each([
    { what: 'it is lost', reward: percent, value: undefined, because: 'lost' },
    {
      what: 'it is of another currency than the reward',
      reward: fixed(5_000, 'USD'),
      value: euros(1_000_000),
      because: 'currency-differs',
    },
    {
      what: 'it is worth nothing',
      reward: fixed(5_000),
      value: euros(0),
      because: 'nothing-to-share',
    },
    {
      what: 'its share is less than half a cent',
      reward: percent,
      value: euros(19),
      because: 'nothing-to-share',
    },
  ] as const)('rewards nobody where $what', ({ reward, value, because }) => {
    given(linked(reward))
      .when((one) => noteOutcome(one, end(value)))
      .thenEmits(notRewarded(because, day(2)));
  });

  it('is kept where nobody is to share in it yet', () => {
    given()
      .when((one) => noteOutcome(one, end(euros(70))))
      .thenEmits(noted(euros(70)));
    given()
      .when((one) => noteOutcome(one, end()))
      .thenEmits(noted());
  });

  it.each([
    { what: 'rewarded', past: [linked(), rewarded([1, 1], euros(2), day(2))] },
    { what: 'not rewarded', past: [linked(), notRewarded('lost', day(2))] },
    { what: 'noted', past: [noted(euros(70))] },
    { what: 'noted as lost', past: [noted()] },
  ])('changes nothing where it was $what before', ({ past }) => {
    given(...past)
      .when((one) => noteOutcome(one, end(euros(1_000_000))))
      .thenNothing();
  });
});

describe('the reward', () => {
  it.each([
    { what: 'rounds half of a cent up', reward: percent, value: 20, shared: 1 },
    { what: 'rounds less than half of one down', reward: percent, value: 19, shared: 0 },
    {
      what: 'is exact where floats are not',
      reward: { kind: 'percent', basisPoints: 9_999 } as const,
      value: 9_007_199_254_740_991,
      shared: 9_006_298_534_815_517,
    },
    {
      what: 'is the same for every deal where it is fixed',
      reward: fixed(5_000),
      value: 20,
      shared: 5_000,
    },
  ])('$what', ({ reward, value, shared }) => {
    expect(sharedOf(reward, euros(value))).toBe(shared);
  });

  it('gives those who are named first what does not divide', () => {
    expect(sharesOf(11, ['ada', 'ben', 'cem'])).toEqual([4, 4, 3]);
  });

  it('R117: is shared out whole, and as equally as it can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(fc.constant('somebody'), { minLength: 1, maxLength: 50 }),
        (whole, people) => {
          const shares = sharesOf(whole, people);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
