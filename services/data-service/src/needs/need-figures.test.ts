import type { NeedCandidateEvent } from '@steward/contracts';
import { medianAgeSeconds, middleOfOpen, type NeedCell, needFigures } from './need-figures.ts';
import { type NeedSeen, needsHeard } from './needs-heard.projection.ts';

const at = '2026-03-02T12:00:00.000Z';
const value = { amountMinor: 900, currency: 'EUR' };
const need = { needId: 'n-1', accountId: 'acme', at };

const facts = {
  found: {
    type: 'NeedFound',
    data: {
      ...need,
      kind: 'training',
      leadsTo: 'offering',
      title: 'Training',
      source: { kind: 'hand' },
      origin: {},
      quotes: [],
      language: 'zh',
      confidence: 50,
      reasons: [],
      heardBy: [],
    },
  },
  accepted: {
    type: 'NeedAccepted',
    data: {
      ...need,
      kind: 'training',
      title: 'Training',
      as: 'opportunity',
      acceptedBy: 'mia',
      heardBy: ['bob'],
      quotes: [],
    },
  },
  rejected: {
    type: 'NeedRejected',
    data: { ...need, kind: 'training', rejection: 'duplicate', rejectedBy: 'mia' },
  },
  won: { type: 'NeedWon', data: { ...need, opportunityId: 'n-1', value, heardBy: ['bob'] } },
  lost: { type: 'NeedLost', data: { ...need, opportunityId: 'n-1', lossReason: 'price' } },
  offered: { type: 'NeedOffered', data: { ...need, offeringId: 'course' } },
  dismissed: { type: 'NeedDismissed', data: { ...need, notes: 'Too rare' } },
} satisfies Record<string, NeedCandidateEvent>;

const occurrence = { id: 'e', topic: 'tiered-support.need-candidate', key: 'n-1', version: 1, at };
const after = (...past: (keyof typeof facts)[]) =>
  past.reduce<NeedSeen | undefined>(
    (row, name) => needsHeard.apply(row, { ...occurrence, ...facts[name] }),
    undefined,
  );

const cell = (changes: Partial<NeedCell>): NeedCell => ({
  kind: 'training',
  status: 'open',
  currency: null,
  count: 1,
  amountMinor: 0,
  ...changes,
});
const nothing = { found: 0, open: 0, accepted: 0, rejected: 0, won: 0, offered: 0, lost: 0 };

describe('needs as the report sees them', () => {
  const found = { accountId: 'acme', kind: 'training', status: 'open', foundAt: at };

  it.each([
    { past: ['found'], row: found },
    { past: ['found', 'accepted'], row: { ...found, status: 'accepted' } },
    { past: ['found', 'rejected'], row: { ...found, status: 'rejected' } },
    { past: ['found', 'accepted', 'won'], row: { ...found, status: 'won', value } },
    { past: ['found', 'accepted', 'lost'], row: { ...found, status: 'lost' } },
    { past: ['found', 'accepted', 'offered'], row: { ...found, status: 'offered' } },
    { past: ['found', 'accepted', 'dismissed'], row: { ...found, status: 'lost' } },
    { past: ['accepted'], row: undefined },
  ] as const)('are told by $past', ({ past, row }) => {
    expect(after(...past)).toEqual(row);
  });

  it('are one row each', () => {
    expect(needsHeard.keyOf({ ...occurrence, ...facts.found })).toBe('n-1');
  });
});

describe('the figures of needs', () => {
  it('are zero where nothing was heard', () => {
    expect(needFigures([])).toEqual({ needs: { ...nothing, wonValues: [] }, kinds: [] });
  });

  it('R119: count what was won and lost among what was accepted, in all and by kind', () => {
    const cells = [
      cell({ count: 4 }),
      cell({ status: 'accepted', count: 3 }),
      cell({ status: 'rejected', count: 2 }),
      cell({ kind: 'expansion', status: 'won', currency: 'USD', amountMinor: 700 }),
      cell({ status: 'won', currency: 'USD', amountMinor: 30 }),
      cell({ status: 'won', currency: 'EUR', amountMinor: 5 }),
      cell({ kind: 'expansion', status: 'lost' }),
      cell({ status: 'offered', count: 2 }),
    ];
    const training = {
      ...nothing,
      found: 13,
      open: 4,
      accepted: 7,
      rejected: 2,
      won: 2,
      offered: 2,
    };
    expect(needFigures(cells)).toEqual({
      needs: {
        found: 15,
        open: 4,
        accepted: 9,
        rejected: 2,
        won: 3,
        offered: 2,
        lost: 1,
        wonValues: [
          { amountMinor: 5, currency: 'EUR' },
          { amountMinor: 730, currency: 'USD' },
        ],
      },
      kinds: [
        { kind: 'expansion', ...nothing, found: 2, accepted: 2, won: 1, lost: 1 },
        { kind: 'training', ...training },
      ],
    });
  });

  it.each([
    { open: 1, skip: 0, limit: 1 },
    { open: 2, skip: 0, limit: 2 },
    { open: 3, skip: 1, limit: 1 },
    { open: 6, skip: 2, limit: 2 },
  ])('look in the middle of $open for the median', ({ open, skip, limit }) => {
    expect(middleOfOpen(open)).toEqual(
      expect.arrayContaining([{ $skip: skip }, { $limit: limit }]),
    );
  });

  it.each([
    { ages: [], median: undefined },
    { ages: [60], median: 60 },
    { ages: [60, 120], median: 90 },
    { ages: [-5], median: 0 },
  ])('say how long needs are open: $ages', ({ ages, median }) => {
    const now = new Date(at);
    const middle = ages.map((age) => ({
      foundAt: new Date(now.getTime() - age * 1_000).toISOString(),
    }));
    expect(medianAgeSeconds(middle, now)).toBe(median);
  });
});
