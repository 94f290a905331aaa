import type { CaseBecame, OutsourcerEvent } from '@steward/contracts';
import type { KnownOutsourcer, Outsourcer } from './outsourcer.ts';
import { isLate } from './patience.ts';

export interface HearOutsourcer {
  readonly outsourcerId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly entry: number;
  readonly became?: CaseBecame | undefined;
  readonly happenedAt: Date;
  readonly cameAt: Date;
}

/** Tells that it has been silent for too long, as of the moment when that became true. */
export const noticeSilence = (outsourcer: Outsourcer, by: Date): OutsourcerEvent[] => {
  if (outsourcer.status === 'absent' || outsourcer.dueAt === undefined) return [];
  const { outsourcerId, dueAt: at } = outsourcer;
  if (by.getTime() < Date.parse(at)) return [];
  return [{ type: 'OutsourcerFellBehind', data: { outsourcerId, at, why: 'silence' } }];
};

/** What a line says of whether it keeps up. Lines are heard in no order; one from before says nothing new. */
const standing = (
  { lastHeardAt }: KnownOutsourcer,
  wasBehind: boolean,
  { outsourcerId, ticketId, cameAt }: HearOutsourcer,
  late: boolean,
): OutsourcerEvent[] => {
  const isOld = lastHeardAt !== undefined && cameAt.getTime() < Date.parse(lastHeardAt);
  if (isOld || late === wasBehind) return [];
  const about = { outsourcerId, at: cameAt.toISOString(), ticketId };
  return late
    ? [{ type: 'OutsourcerFellBehind', data: { ...about, why: 'late-entry' } }]
    : [{ type: 'OutsourcerCaughtUp', data: about }];
};

/** Notes how late a line of its log came. It was taken before, so nothing of it is refused any more. */
export const hearOutsourcer = (
  outsourcer: Outsourcer,
  command: HearOutsourcer,
): OutsourcerEvent[] => {
  if (outsourcer.status === 'absent') return [];
  const { happenedAt, cameAt, ...about } = command;
  const late = isLate(outsourcer, command);
  // Our clock and that of the desk may differ a little.
  const lagSeconds = Math.max(0, cameAt.getTime() - happenedAt.getTime()) / 1_000;
  const moments = { happenedAt: happenedAt.toISOString(), at: cameAt.toISOString() };
  const heard: OutsourcerEvent = {
    type: 'OutsourcerHeard',
    data: { ...about, ...moments, lagSeconds, isLate: late },
  };
  if (outsourcer.status !== 'active') return [heard];
  const silence = noticeSilence(outsourcer, cameAt);
  const wasBehind = outsourcer.isBehind || silence.length > 0;
  return [...silence, heard, ...standing(outsourcer, wasBehind, command, late)];
};
