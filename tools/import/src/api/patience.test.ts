import { type Outcome, outcomeOf, Patience } from './patience.ts';

const now = Date.parse('2026-03-02T12:00:00.000Z');
const answer = (status: number, retryAfter?: string) => ({ status, retryAfter, body: '' });

describe('an answer', () => {
  it.each([
    { status: 200, kind: 'answered' },
    { status: 201, kind: 'answered' },
    { status: 400, kind: 'answered' },
    { status: 409, kind: 'answered' },
    { status: 408, kind: 'failed' },
    { status: 429, kind: 'put-off' },
    { status: 500, kind: 'failed' },
    { status: 502, kind: 'failed' },
    { status: 503, kind: 'put-off' },
  ])('of $status means $kind', ({ status, kind }) => {
    expect(outcomeOf(answer(status), now).kind).toBe(kind);
  });

  it.each([
    { retryAfter: '3', afterMs: 3_000 },
    { retryAfter: 'Mon, 02 Mar 2026 12:00:05 GMT', afterMs: 5_000 },
    { retryAfter: 'Mon, 02 Mar 2026 11:00:00 GMT', afterMs: 0 },
    { retryAfter: 'soon', afterMs: undefined },
    { retryAfter: undefined, afterMs: undefined },
  ])('of 503 that says $retryAfter is waited for', ({ retryAfter, afterMs }) => {
    expect(outcomeOf(answer(503, retryAfter), now)).toMatchObject({ kind: 'put-off', afterMs });
  });
});

describe('patience', () => {
  const failed = { kind: 'failed', why: 'cut' } as const;
  const putOff = (afterMs?: number) => ({ kind: 'put-off', afterMs, why: '503' }) as const;
  type Trouble = Exclude<Outcome, { kind: 'answered' }>;
  const waits = (trouble: Trouble, times: number) => {
    const patience = new Patience();
    return Array.from({ length: times }, () => patience.waitMs(trouble, 1));
  };

  it('doubles the wait after each failure, up to a bound, and ends', () => {
    expect(waits(failed, 10)).toEqual([
      100,
      200,
      400,
      800,
      1_600,
      3_200,
      6_400,
      10_000,
      10_000,
      undefined,
    ]);
  });

  it('waits as long as it is told, within reason, and for ten minutes in all', () => {
    expect(waits(putOff(2_000), 1)).toEqual([2_000]);
    expect(waits(putOff(3_600_000), 21)).toEqual([...Array(20).fill(30_000), undefined]);
  });

  it('chooses a wait of its own where none is said', () => {
    expect(waits(putOff(), 3)).toEqual([100, 200, 400]);
  });
});
