import type { Taker } from './taker.ts';
import { WaitingLine } from './waiting-line.ts';

const joining = (line: WaitingLine, name: string, atMs: number, isCancelled = false) => {
  const refused: unknown[] = [];
  const taker = {
    isCancelled,
    onFailure: (error: Error) => refused.push(error),
  } as unknown as Taker;
  line.join({ outgoing: { method: 'GET', path: name, headers: [], body: undefined }, taker }, atMs);
  return { refused };
};
const nextOf = (line: WaitingLine, atMs: number) => line.next(atMs, false)?.outgoing.path;

describe('a line of requests', () => {
  it('lets a burst wait its turn, however long one has waited', () => {
    const line = new WaitingLine(20);
    joining(line, 'first', 0);
    joining(line, 'second', 1);
    expect(nextOf(line, 90)).toBe('first');
    expect(nextOf(line, 95)).toBe('second');
    expect(nextOf(line, 96)).toBeUndefined();
  });

  it('puts off whoever has waited too long, once it stands for longer than a burst', () => {
    const line = new WaitingLine(20);
    const early = joining(line, 'early', 0);
    const late = joining(line, 'late', 110);
    expect(nextOf(line, 120)).toBe('late');
    expect(early.refused).toMatchObject([{ code: 'overloaded', headers: { 'Retry-After': '1' } }]);
    expect(late.refused).toEqual([]);
  });

  it('is a burst again after it was empty', () => {
    const line = new WaitingLine(20);
    joining(line, 'before', 0);
    line.next(50, false);
    joining(line, 'after', 60);
    expect(line.isStanding(150)).toBe(false);
    expect(nextOf(line, 150)).toBe('after');
  });

  it('is a burst as long as connections are being opened', () => {
    const line = new WaitingLine(20);
    joining(line, 'first', 0);
    joining(line, 'second', 0);
    expect(line.next(150, true)?.outgoing.path).toBe('first');
    expect(nextOf(line, 200)).toBe('second');
  });

  it('passes over those who no longer wait', () => {
    const line = new WaitingLine(20);
    joining(line, 'gone', 0, true);
    joining(line, 'here', 0);
    expect(nextOf(line, 1)).toBe('here');
  });

  it('stands only while somebody waits', () => {
    const line = new WaitingLine(20);
    expect(line.isStanding(1_000)).toBe(false);
    joining(line, 'first', 0);
    expect([line.isStanding(100), line.isStanding(101)]).toEqual([false, true]);
    expect(line.leave()).toHaveLength(1);
    expect(line.isStanding(1_000)).toBe(false);
  });
});
