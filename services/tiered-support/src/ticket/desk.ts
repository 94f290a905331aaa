import type { Desk } from '@steward/contracts';

export const isSameDesk = (one: Desk, other: Desk): boolean =>
  one.line === other.line && one.team === other.team;
