import type { NeedKind, NeedOutlet } from '@steward/contracts';
import type { Pattern } from './pattern.ts';

/** What customers say who need something. */
export interface NeedRule {
  readonly ruleId: string;
  readonly kind: NeedKind;
  readonly leadsTo: NeedOutlet;
  /** How the need is called in the backlog. */
  readonly title: string;
  /** How sure it is where nothing else is known, of 100. */
  readonly strength: number;
  /** Whether a "not" takes the need away, or is just what tells of it, as in "we cannot keep up". */
  readonly negation: 'denies' | 'belongs';
  readonly en: readonly Pattern[];
  readonly zh: readonly Pattern[];
}
