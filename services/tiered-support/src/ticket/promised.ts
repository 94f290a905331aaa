import type { PinnedTerms, TicketEvent } from '@steward/contracts';
import { type Alarm, alarmKey, alarmsFor } from '../clock/alarms.ts';
import type { Moment } from '../clock/course.ts';

/** What the customer of a ticket is promised, and all that its clocks follow from. */
export interface Promised {
  readonly terms: PinnedTerms;
  readonly moments: readonly Moment[];
  /** The alarms that were told. */
  readonly told: readonly string[];
  /** Its past is told afterwards, so that nothing of it falls due by itself. */
  readonly isBroughtIn: boolean;
}

export const promise = (terms: PinnedTerms, isBroughtIn: boolean): Promised => ({
  terms,
  moments: [],
  told: [],
  isBroughtIn,
});

/** Adds a moment, where something was said or is otherwise than before. */
export const noted = (promised: Promised, moment: Moment): Promised => {
  const last = promised.moments.at(-1);
  const isSame =
    last?.status === moment.status &&
    last.waitingFor === moment.waitingFor &&
    last.line === moment.line &&
    last.priority === moment.priority;
  if (isSame && !moment.said) return promised;
  return { ...promised, moments: [...promised.moments, moment] };
};

type Rung = Extract<
  TicketEvent,
  { type: `Ticket${'Clock' | 'Milestone'}${'Warned' | 'Breached' | 'Reached'}` }
>;

const keyOf = ({ type, data }: Rung): string => {
  switch (type) {
    case 'TicketClockWarned':
      return alarmKey(data, data.percent);
    case 'TicketClockBreached':
      return alarmKey(data, 'breached');
    case 'TicketMilestoneWarned':
      return alarmKey({ clock: 'milestone', ...data }, data.percent);
    case 'TicketMilestoneBreached':
      return alarmKey({ clock: 'milestone', ...data }, 'breached');
    case 'TicketMilestoneReached':
      return alarmKey({ clock: 'milestone', ...data }, 'reached');
  }
};

/** Remembers that an alarm was told. */
export const told = (promised: Promised, rung: Rung): Promised => ({
  ...promised,
  told: [...promised.told, keyOf(rung)],
});

/** Takes other terms for all that has been; under them nothing has been told. */
export const promisedAnew = (promised: Promised, terms: PinnedTerms): Promised => ({
  ...promised,
  terms,
  told: [],
});

/** The alarms that have not been told, those to come included; the first first. */
export const untold = ({ moments, terms, told: before }: Promised): Alarm[] =>
  alarmsFor(moments, terms).filter(
    (alarm) => !before.includes(alarmKey(alarm, alarm.percent ?? alarm.tells)),
  );

export const nextAlarmAt = (promised: Promised): string | undefined => {
  const [next] = promised.isBroughtIn ? [] : untold(promised);
  return next && new Date(next.atMs).toISOString();
};
