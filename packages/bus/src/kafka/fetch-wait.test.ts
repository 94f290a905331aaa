import { type FetchingMember, fetchWait } from './fetch-wait.ts';

const memberWith = (paused: unknown[]): FetchingMember & { readonly paused: unknown[] } => ({
  maxWaitTime: 1_000,
  subscriptionState: { paused: () => paused },
  paused,
});

describe('the wait of a fetch', () => {
  it('is as long as the consumer was told, and brief while something is paused', () => {
    const member = memberWith([]);
    const waitOf = fetchWait();
    const waits: number[] = [];
    for (const paused of [[], ['a', 'b'], ['a'], []]) {
      member.paused.splice(0, Number.POSITIVE_INFINITY, ...paused);
      member.maxWaitTime = waitOf(member);
      waits.push(member.maxWaitTime);
    }
    expect(waits).toEqual([1_000, 20, 20, 1_000]);
  });

  it('is never longer than the consumer was told', () => {
    const member = memberWith(['a']);
    member.maxWaitTime = 5;
    expect(fetchWait()(member)).toBe(5);
  });
});
