import { settersMax, type Waits, waitBegun, waitEnded } from './waits.ts';

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
type Begun = Parameters<typeof waitBegun>[1];

const begin =
  (since: string, changes: Partial<Begun> = {}) =>
  (ticket: Waits) => ({
    ...ticket,
    ...waitBegun(ticket, {
      ...{ waitingFor: 'user' as const, team: 'G97', agent: 'ada' },
      ...changes,
      since: at(since),
    }),
  });
const end = (time: string) => (ticket: Waits) => ({ ...ticket, ...waitEnded(ticket, at(time)) });
const after = (...steps: readonly ((ticket: Waits) => Waits)[]): Waits =>
  steps.reduce((ticket, step) => step(ticket), {});

describe('waits', () => {
  it('count when they begin, and their time when they end', () => {
    expect(after(begin('09:00')).waits).toEqual({ user: { waits: 1, seconds: 0 } });
    expect(after(begin('09:00'), end('09:10')).waits).toEqual({ user: { waits: 1, seconds: 600 } });
  });

  it('go on where it is said again that the ticket waits for the same', () => {
    const { waits, waitsOnUser } = after(
      begin('09:00'),
      begin('09:05', { team: 'V5', agent: 'bob' }),
      end('09:10'),
    );
    expect(waits).toEqual({ user: { waits: 1, seconds: 600 } });
    expect(waitsOnUser).toEqual([{ team: 'G97', agent: 'ada', waits: 1, seconds: 600 }]);
  });

  it('end where the ticket waits for another', () => {
    const { waits } = after(begin('09:00'), begin('09:05', { waitingFor: 'vendor' }), end('09:15'));
    expect(waits).toEqual({
      user: { waits: 1, seconds: 300 },
      vendor: { waits: 1, seconds: 600 },
    });
  });

  it('remember who had it wait for the user, and nobody who had it wait for others', () => {
    const { waitsOnUser } = after(
      begin('09:00'),
      end('09:01'),
      begin('09:02', { agent: 'bob' }),
      end('09:04'),
      begin('09:05', { waitingFor: 'vendor', agent: 'eve' }),
      begin('09:06'),
      end('09:09'),
    );
    expect(waitsOnUser).toEqual([
      { team: 'G97', agent: 'ada', waits: 2, seconds: 240 },
      { team: 'G97', agent: 'bob', waits: 1, seconds: 120 },
    ]);
  });

  it('are counted on where there are too many people to remember', () => {
    const steps = Array.from({ length: settersMax + 1 }, (_, index) => [
      begin('09:00', { agent: `a-${index}` }),
      end('09:01'),
    ]).flat();
    const { waits, waitsOnUser } = after(...steps);
    expect(waits?.user?.waits).toBe(settersMax + 1);
    expect(waitsOnUser).toHaveLength(settersMax);
  });

  it('are nothing where none lasts', () => {
    expect(waitEnded({}, at('09:00'))).toEqual({});
  });
});
