import { jest } from '@jest/globals';
import { type FetchAnswer, type FetchRequest, sharedFetches } from './shared-fetches.ts';

const requestFrom = (fetchOffset: number, changes: Partial<FetchRequest> = {}): FetchRequest => ({
  maxWaitTime: 1_000,
  minBytes: 1,
  maxBytes: 10_000,
  isolationLevel: 1,
  topics: [
    {
      topic: 'support.ticket',
      partitions: [{ partition: 0, fetchOffset: String(fetchOffset), maxBytes: 1_000 }],
    },
  ],
  ...changes,
});

const answerWith = (...messages: readonly unknown[]): FetchAnswer => ({
  responses: [{ partitions: [{ messages }] }],
});

/** A broker that answers when the test says so, in the order in which it was asked. */
const slowBroker = () => {
  const asked: { by: string; answer: (answer: FetchAnswer) => void; fail: () => void }[] = [];
  const fetch = sharedFetches(
    ({ name }: { name: string; brokerAddress: string }) =>
      new Promise<FetchAnswer>((answer, reject) => {
        asked.push({
          by: name,
          answer,
          fail: () => reject(new Error(`${name} lost its connection`)),
        });
      }),
  );
  const members = ['one', 'other', 'third'].map((name) => ({ name, brokerAddress: 'kafka:9092' }));
  const as = (index: number) => (request: FetchRequest) => {
    const member = members[index];
    if (!member) throw new Error('There are three of them');
    return fetch(member, request);
  };
  return { asked, one: as(0), other: as(1), third: as(2) };
};

describe('shared fetches', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('ask once for what several ask for at the same time', async () => {
    const { asked, one, other, third } = slowBroker();
    const answers = [one, other, third].map((fetch) => fetch(requestFrom(7)));
    expect(asked.map(({ by }) => by)).toEqual(['one']);
    const answer = answerWith('a', 'b');
    asked[0]?.answer(answer);
    expect(await Promise.all(answers)).toEqual([answer, answer, answer]);
  });

  it('answer one who comes later as the others were, until it has caught up', async () => {
    const { asked, one, other } = slowBroker();
    const [first, second] = [answerWith('a'), answerWith('b')];
    const both = [one(requestFrom(1)), other(requestFrom(1))];
    asked[0]?.answer(first);
    await Promise.all(both);
    const ahead = one(requestFrom(2));
    asked[1]?.answer(second);
    await ahead;
    const underWay = one(requestFrom(3));
    expect(await other(requestFrom(2))).toBe(second);
    const caughtUp = other(requestFrom(3));
    expect(asked.length).toBe(3);
    asked[2]?.answer(first);
    expect(await Promise.all([underWay, caughtUp])).toEqual([first, first]);
  });

  it.each([
    { what: 'from another offset', request: requestFrom(8) },
    { what: 'with another wait', request: requestFrom(7, { maxWaitTime: 20 }) },
    {
      what: 'of another partition',
      request: requestFrom(7, {
        topics: [
          {
            topic: 'support.ticket',
            partitions: [{ partition: 1, fetchOffset: '7', maxBytes: 1_000 }],
          },
        ],
      }),
    },
  ])('are another request $what', async ({ request }) => {
    const { asked, one, other } = slowBroker();
    void one(requestFrom(7));
    void other(request);
    expect(asked.map(({ by }) => by)).toEqual(['one', 'other']);
  });

  it('fail for nobody but the one whose connection it was', async () => {
    const { asked, one, other } = slowBroker();
    const mine = one(requestFrom(7));
    const theirs = other(requestFrom(7));
    asked[0]?.fail();
    await expect(mine).rejects.toThrow('one lost its connection');
    await Promise.resolve();
    const answer = answerWith('a');
    asked[1]?.answer(answer);
    expect(await theirs).toBe(answer);
    expect(asked.map(({ by }) => by)).toEqual(['one', 'other']);
  });

  it('keep no answer without messages, which would be given again and again', async () => {
    const { asked, one, other } = slowBroker();
    const both = [one(requestFrom(7)), other(requestFrom(7))];
    asked[0]?.answer(answerWith());
    await Promise.all(both);
    void one(requestFrom(7));
    expect(asked.length).toBe(2);
  });

  it('keep nothing for one who is alone, and for several no longer than a second', async () => {
    const { asked, one, other } = slowBroker();
    const alone = one(requestFrom(1));
    asked[0]?.answer(answerWith('a'));
    await alone;
    void one(requestFrom(1));
    void other(requestFrom(1));
    expect(asked.length).toBe(2);
    asked[1]?.answer(answerWith('a'));
    await jest.advanceTimersByTimeAsync(999);
    void other(requestFrom(1));
    expect(asked.length).toBe(2);
    await jest.advanceTimersByTimeAsync(1);
    void other(requestFrom(1));
    expect(asked.length).toBe(3);
  });

  it('keep the last few answers only', async () => {
    const { asked, one, other } = slowBroker();
    for (let offset = 0; offset < 10; offset += 1) {
      const both = [one(requestFrom(offset)), other(requestFrom(offset))];
      asked.at(-1)?.answer(answerWith(offset));
      await Promise.all(both);
    }
    void other(requestFrom(0));
    expect(asked.length).toBe(11);
    expect(await other(requestFrom(9))).toEqual(answerWith(9));
    expect(asked.length).toBe(11);
  });
});
