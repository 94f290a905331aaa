import type { TierPolicyContent, TierRow, TierWhen } from '@steward/contracts';
import { Arrangement, anyOther, Channel, Leader, TierPolicyRevised } from '@steward/contracts';
import { Refusal } from '@steward/domain';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { arrangementOf, type Project, rowsFor } from './arrangement.ts';
import { dimensionsOf, requireDecided } from './require-decided.ts';
import { reviseTierPolicy } from './revise-tier-policy.ts';
import { shippedPolicy } from './shipped-policy.ts';
import { contentOf, tierPolicy } from './tier-policy.ts';

const given = scenario(tierPolicy);
const at = '2026-03-02T12:00:00.000Z';
const now = new Date(at);

const row = (name: string, when: TierWhen = {}): TierRow => ({
  name,
  when,
  tier: 3,
  servedBy: 'call-centre',
});
const content = (...rows: TierRow[]): TierPolicyContent => ({ ...shippedPolicy, rows });
const revise = (table: TierPolicyContent) => ({ content: table, at: now });

describe('revise the tier policy', () => {
  it('says who serves what from now on, in the place of what was there', () => {
    const table = content(row('all'));
    given()
      .when((policy) => reviseTierPolicy(policy, revise(table)))
      .thenEmits({
        type: 'TierPolicyRevised',
        data: { policyId: 'current', content: table, at },
      });
    const [event] = reviseTierPolicy(tierPolicy.initial, revise(table));
    expect(TierPolicyRevised.parse(event)).toEqual(event);
    expect(contentOf(tierPolicy.initial)).toEqual(shippedPolicy);
    expect(event && contentOf(tierPolicy.evolve(tierPolicy.initial, event))).toEqual(table);
  });

  it('takes the table that Steward comes with', () => {
    expect(() => requireDecided(shippedPolicy.rows)).not.toThrow();
  });

  it.each([
    {
      what: 'leaves something open',
      rows: [row('ours', { leader: 'self' }), row('large', { leader: 'partner', isLarge: true })],
      code: 'tier-policy-gap',
      detail: 'leader partner, channel project, isLarge false',
    },
    {
      what: 'names a region, and not what any other has',
      rows: [row('north', { region: 'north' })],
      code: 'tier-policy-gap',
      detail: 'isComplex true, region any-other',
    },
    {
      what: 'says two things',
      rows: [row('all'), row('dealers', { channel: 'dealer', region: 'north' })],
      code: 'tier-policy-overlap',
      detail: 'Both all and dealers fire for channel dealer, region north',
    },
    {
      what: 'has two rows of one name',
      rows: [row('some', { leader: 'self' }), row('some', { leader: 'partner' })],
      code: 'tier-policy-row-twice',
      detail: 'some',
    },
  ])('R102: refuses a table that $what, and names it', ({ rows, code, detail }) => {
    const decision = () => reviseTierPolicy(tierPolicy.initial, revise(content(...rows)));
    given().when(decision).thenRefuses(code);
    expect(decision).toThrow(detail);
  });
});

const values = {
  leader: Leader.options,
  channel: Channel.options,
  isLarge: [true, false],
  isComplex: [true, false],
  region: ['north', 'south', anyOther],
  division: ['energy', anyOther],
  salesMode: ['framework', anyOther],
  productClass: ['meters', 'pumps', anyOther],
} as const;
const dimension = fc.constantFrom(...(Object.keys(values) as (keyof TierWhen)[]));

/** Splits one row after the other by all that a dimension can be, so that together they still say it all. */
const decided = fc
  .array(fc.tuple(fc.nat(), dimension), { maxLength: 8 })
  .map((splits) =>
    splits.reduce<TierWhen[]>(
      (whens, [nth, name]) => {
        const index = nth % whens.length;
        const split = whens[index];
        if (!split || split[name] !== undefined || whens.length > 40) return whens;
        const parts = values[name].map((value) => ({ ...split, [name]: value }));
        return whens.toSpliced(index, 1, ...parts);
      },
      [{}],
    ),
  )
  .map((whens) => whens.map((when, index) => row(`r${index}`, when)));

/** Such a table with rows left out, and with some that ask for less. */
const perhapsDecided = fc
  .tuple(decided, fc.array(fc.nat(), { maxLength: 2 }), fc.array(fc.tuple(fc.nat(), dimension)))
  .map(([rows, left, widened]) => {
    const some = left.reduce((kept, nth) => kept.toSpliced(nth % (kept.length + 1), 1), rows);
    return some.map((one, index) => {
      const names = widened.filter(([nth]) => nth % some.length === index).map(([, name]) => name);
      const when = Object.entries(one.when).filter(
        ([name]) => !names.some((gone) => gone === name),
      );
      return { ...one, when: Object.fromEntries(when) as TierWhen };
    });
  });

const combinationsOf = (rows: readonly TierRow[]): Project[] =>
  dimensionsOf(rows).reduce<object[]>(
    (all, { name, values }) =>
      all.flatMap((some) => values.map((value) => ({ ...some, [name]: value }))),
    [{}],
  ) as Project[];

const isAccepted = (rows: readonly TierRow[]): boolean => {
  try {
    requireDecided(rows);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

describe('a table of tiers', () => {
  it('R102: serves every combination by exactly one row, whatever table was accepted', () => {
    fc.assert(
      fc.property(decided, (rows) => {
        requireDecided(rows);
        for (const project of combinationsOf(rows))
          Arrangement.parse(arrangementOf({ rows }, project));
      }),
    );
  });

  it('R102: is accepted if, and only if, that is so', () => {
    fc.assert(
      fc.property(perhapsDecided, (rows) => {
        const isDecided = combinationsOf(rows).every(
          (project) => rowsFor({ rows }, project).length === 1,
        );
        expect(isAccepted(rows)).toBe(isDecided);
      }),
    );
  });

  it('R102: takes what no row names, and what is not known, for any other', () => {
    const rows = [row('north', { region: 'north' }), row('rest', { region: anyOther })];
    const project = { leader: 'self', channel: 'project', isLarge: true, isComplex: true } as const;
    const rowOf = (region?: string) => arrangementOf({ rows }, { ...project, region }).policyRow;
    expect([rowOf('north'), rowOf('south'), rowOf()]).toEqual(['north', 'rest', 'rest']);
  });
});
