import type { Principal } from './principal.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import { rememberTokens, type Verified } from './token-cache.ts';

const principal: Principal = { subject: 'u-1', roles: [], scopes: new Set() };
const startMs = Date.UTC(2026, 2, 2);

const given = (verify: (token: string) => Promise<Verified>) => {
  const clock = { ms: startMs };
  const seen: string[] = [];
  const remembered = rememberTokens(
    (token) => {
      seen.push(token);
      return verify(token);
    },
    () => new Date(clock.ms),
  );
  return { clock, seen, remembered };
};

const accepting = (lifetimeMs: number) =>
  given(async () => ({ principal, expiresAtMs: startMs + lifetimeMs }));
const refusing = (error: Error) => given(() => Promise.reject(error));

describe('remembered tokens', () => {
  it('are answered without waiting the second time', async () => {
    const { seen, remembered } = accepting(3_600_000);
    await remembered('t-1');
    expect(remembered('t-1')).toBe(principal);
    expect(seen).toEqual(['t-1']);
  });

  it.each([
    ['a minute', 3_600_000, 60_000],
    ['the end of the token', 5_000, 5_000],
  ])('are verified again after %s', async (_name, lifetimeMs, knownMs) => {
    const { clock, seen, remembered } = accepting(lifetimeMs);
    await remembered('t-1');
    clock.ms = startMs + knownMs - 1;
    await remembered('t-1');
    expect(seen).toHaveLength(1);
    clock.ms = startMs + knownMs;
    await remembered('t-1');
    expect(seen).toHaveLength(2);
  });

  it('are verified once for all who bring one at the same time', async () => {
    const { seen, remembered } = accepting(3_600_000);
    await Promise.all([remembered('t-1'), remembered('t-1'), remembered('t-2')]);
    expect(seen).toEqual(['t-1', 't-2']);
  });

  it('are told apart however much of them is the same', async () => {
    const end = 'the-same-signature-as-far-as-anybody-looks-at-it';
    const { seen, remembered } = given(async (token) => ({
      principal: { ...principal, subject: token.slice(0, 3) },
      expiresAtMs: startMs + 3_600_000,
    }));
    await remembered(`ada${end}`);
    expect(await remembered(`bob${end}`)).toMatchObject({ subject: 'bob' });
    expect(await remembered(`ada${end}`)).toMatchObject({ subject: 'ada' });
    expect(new Set(seen)).toEqual(new Set([`ada${end}`, `bob${end}`]));
  });

  it('stay refused for two seconds', async () => {
    const problem = new ProtocolProblem('token-invalid');
    const { clock, seen, remembered } = refusing(problem);
    await expect(remembered('t-1')).rejects.toBe(problem);
    expect(() => remembered('t-1')).toThrow(problem);
    clock.ms += 2_000;
    await expect(remembered('t-1')).rejects.toBe(problem);
    expect(seen).toHaveLength(2);
  });

  it.each([new ProtocolProblem('identity-unavailable'), new Error('broken')])(
    'are tried again at once after %p',
    async (failure) => {
      const { seen, remembered } = refusing(failure);
      await expect(remembered('t-1')).rejects.toBe(failure);
      await expect(remembered('t-1')).rejects.toBe(failure);
      expect(seen).toHaveLength(2);
    },
  );
});
