import type { Arrangement, SolutionEvent } from '@steward/contracts';

type WentLive = Extract<SolutionEvent, { type: 'SolutionWentLive' }>['data'];

/** All that the tier of a project follows from. */
export interface Project extends Pick<WentLive, 'leader' | 'channel'> {
  readonly isLarge: boolean;
  readonly isComplex: boolean;
}

/** A row fires where everything that `when` names is so; what it does not name does not matter. */
export interface PolicyRow extends Omit<Arrangement, 'policyRow'> {
  readonly name: string;
  readonly when: Partial<Project>;
}

/**
 * Who serves what. Exactly one row fires for every combination, so their order means nothing.
 *
 * A partner's customer gets the technical team of its branch when the project is large or complex: either
 * is more than a call centre can know by heart, so the call centre takes what is small and simple.
 */
export const tierPolicy: readonly PolicyRow[] = [
  {
    name: 'self-led-large',
    when: { channel: 'project', leader: 'self', isLarge: true },
    tier: 1,
    servedBy: 'delivery-centre',
  },
  {
    // No source says who serves these; the branch is nearest to them and has technical people.
    name: 'self-led-not-large-by-our-choice',
    when: { channel: 'project', leader: 'self', isLarge: false },
    tier: 2,
    servedBy: 'branch-technical-team',
  },
  {
    name: 'partner-led-large',
    when: { channel: 'project', leader: 'partner', isLarge: true },
    tier: 2,
    servedBy: 'branch-technical-team',
  },
  {
    name: 'partner-led-complex',
    when: { channel: 'project', leader: 'partner', isLarge: false, isComplex: true },
    tier: 2,
    servedBy: 'branch-technical-team',
  },
  {
    name: 'partner-led-small-and-simple',
    when: { channel: 'project', leader: 'partner', isLarge: false, isComplex: false },
    tier: 2,
    servedBy: 'call-centre',
  },
  { name: 'bought-directly', when: { channel: 'direct' }, tier: 3, servedBy: 'call-centre' },
  { name: 'bought-from-dealer', when: { channel: 'dealer' }, tier: 3, servedBy: 'call-centre' },
  { name: 'bought-online', when: { channel: 'e-commerce' }, tier: 3, servedBy: 'call-centre' },
];
