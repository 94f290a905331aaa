import type { SilenceEvent } from '@steward/contracts';
import { businessTime } from '../calendar/business-time.ts';
import type { DefinedCalendar } from '../calendar/calendar.ts';
import type { Silence } from './silence.ts';

export interface OnSilence {
  readonly silenceId: string;
  readonly ticketId: string;
  readonly policyId: string;
  readonly at: Date;
}

export interface WatchSilence extends OnSilence {
  /** Since when the customer has been without a word; nothing while it is their turn. */
  readonly silentSince?: string | undefined;
  readonly minutes: number;
  readonly hours: DefinedCalendar['hours'];
}

const minuteMs = 60_000;

/** When it will have been too long; while it is the customer's turn, that is counted from now. */
const tooLongAt = ({ silentSince, minutes, hours, at }: WatchSilence): string | undefined => {
  const fromMs = silentSince === undefined ? at.getTime() : Date.parse(silentSince);
  const dueMs = businessTime(hours).dueMs(fromMs, minutes * minuteMs);
  return dueMs === undefined ? undefined : new Date(dueMs).toISOString();
};

const factOf = ({ silenceId, ticketId, policyId, at }: OnSilence) => ({
  ...{ silenceId, ticketId, policyId },
  at: at.toISOString(),
});

const isDue = (silence: Silence, at: Date): boolean =>
  silence.status === 'watched' && Date.parse(silence.nextLookAt) <= at.getTime();

/**
 * Begins to look after it. What was noticed is looked after again once somebody has spoken since; what is due
 * may be given up at this moment by somebody who looked a moment ago, so it is taken out of their hands.
 */
export const watchSilence = (silence: Silence, command: WatchSilence): SilenceEvent[] => {
  if (silence.status === 'watched' && !isDue(silence, command.at)) return [];
  const heardAt = command.silentSince ?? command.at.toISOString();
  const isNoticed =
    silence.status === 'noticed' && Date.parse(heardAt) <= Date.parse(silence.since);
  const until = tooLongAt(command);
  if (isNoticed || until === undefined) return [];
  return [{ type: 'SilenceWatched', data: { ...factOf(command), until } }];
};

/** Looks whether it has been too long by now; if somebody spoke meanwhile, that is put off. */
export const lookAtSilence = (silence: Silence, command: WatchSilence): SilenceEvent[] => {
  const { silentSince, at } = command;
  if (!isDue(silence, at)) return [];
  const until = tooLongAt(command);
  if (until === undefined) return unwatchSilence(silence, command);
  if (silentSince === undefined || Date.parse(until) > at.getTime())
    return [{ type: 'SilenceWatched', data: { ...factOf(command), until } }];
  return [{ type: 'SilenceNoticed', data: { ...factOf(command), since: silentSince } }];
};

/** Gives up what is due, and nothing that was put off since somebody looked. */
export const unwatchSilence = (silence: Silence, command: OnSilence): SilenceEvent[] =>
  isDue(silence, command.at) ? [{ type: 'SilenceUnwatched', data: factOf(command) }] : [];
