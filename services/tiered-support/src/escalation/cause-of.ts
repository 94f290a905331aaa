import type { EscalationCause, EscalationTrigger } from '@steward/contracts';

type CauseOf<Kind extends EscalationCause['kind']> = Extract<EscalationCause, { kind: Kind }>;

/** Something that became of a ticket, and may set ladders off. */
export type Occasion =
  | CauseOf<'clock-warned'>
  | CauseOf<'clock-breached'>
  | CauseOf<'reopened'>
  | { readonly kind: 'raised'; readonly accountId: string; readonly segment?: string | undefined };

type Trigger<Kind extends EscalationTrigger['kind']> = Extract<EscalationTrigger, { kind: Kind }>;
type Alarm = Extract<Occasion, { kind: 'clock-warned' | 'clock-breached' }>;

const isReached = (trigger: Trigger<'percent' | 'breach'>, alarm: Alarm): boolean => {
  const atPercent = trigger.kind === 'percent' ? trigger.percent : 100;
  const percent = alarm.kind === 'clock-warned' ? alarm.percent : 100;
  return trigger.clock === alarm.clock && percent >= atPercent;
};

const isNamed = (
  { accounts = [], segments = [] }: Trigger<'vip'>,
  { accountId, segment }: Extract<Occasion, { kind: 'raised' }>,
): boolean => accounts.includes(accountId) || (segment !== undefined && segments.includes(segment));

/** What sets a ladder off, if the occasion is one that the trigger waits for. Silence is watched elsewhere. */
export const causeOf = (
  trigger: EscalationTrigger,
  occasion: Occasion,
): EscalationCause | undefined => {
  switch (trigger.kind) {
    case 'percent':
    case 'breach': {
      const isAlarm = occasion.kind === 'clock-warned' || occasion.kind === 'clock-breached';
      return isAlarm && isReached(trigger, occasion) ? occasion : undefined;
    }
    case 'reopened':
      return occasion.kind === 'reopened' && occasion.times >= trigger.times ? occasion : undefined;
    case 'vip':
      return occasion.kind === 'raised' && isNamed(trigger, occasion) ? { kind: 'vip' } : undefined;
    case 'silence':
      return undefined;
  }
};

/** What makes one cause another than the next: what sets a ladder off again is not the same ladder. */
export const causeKey = (cause: EscalationCause): readonly (string | number)[] => {
  switch (cause.kind) {
    // A clock that was warned of may be warned of again, and break: that is one ladder still.
    case 'clock-warned':
    case 'clock-breached':
      return ['clock', cause.clock, cause.line ?? 'all', cause.number];
    case 'reopened':
      return [cause.kind, cause.times];
    case 'silence':
      return [cause.kind, cause.since];
    case 'vip':
    case 'by-hand':
      return [cause.kind];
  }
};
