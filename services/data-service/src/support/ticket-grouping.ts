import type { SupportGrouping } from '@steward/contracts';

/** The values by which the tickets of a report are told apart; nothing where all are one group. */
export type Grouping = (typeof SupportGrouping.options)[number];

const single = (field: string) => [
  { $set: { key: { $toString: { $ifNull: [`$${field}`, '(none)'] } } } },
];

/** A ticket counts once under each of these that ever held it. */
const every = (field: string) => [{ $set: { key: `$${field}` } }, { $unwind: '$key' }];

const stagesOf: Record<Grouping, readonly object[]> = {
  line: every('lines'),
  team: every('teams'),
  product: single('product'),
  country: single('country'),
  organisation: single('organisation'),
  division: single('division'),
  priority: single('priority'),
  tier: single('tier'),
};

/** Stages of a pipeline after which each ticket carries the `key` of its group. */
export const keyed = (grouping: Grouping): readonly object[] => stagesOf[grouping];
