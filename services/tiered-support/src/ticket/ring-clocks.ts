import type { TicketEvent } from '@steward/contracts';
import type { Alarm } from '../clock/alarms.ts';
import { ringFirst } from '../clock/ring-first.ts';
import { factOf } from './fact.ts';
import { untold } from './promised.ts';
import { type RaisedTicket, type Ticket, ticket as ticketAggregate } from './ticket.ts';

const telling = (ticket: RaisedTicket, alarm: Alarm): TicketEvent => {
  const { atMs, dueMs, tells, percent, clock, milestone, ...about } = alarm;
  const fact = { ...factOf(ticket, ticket.label, new Date(atMs)), ...about };
  const warning = {
    percent: percent ?? 0,
    ...(dueMs !== undefined && { dueAt: new Date(dueMs).toISOString() }),
  };
  if (clock !== 'milestone')
    return tells === 'warned'
      ? { type: 'TicketClockWarned', data: { ...fact, clock, ...warning } }
      : { type: 'TicketClockBreached', data: { ...fact, clock } };
  const ofMilestone = { ...fact, milestone: milestone ?? '' };
  switch (tells) {
    case 'warned':
      return { type: 'TicketMilestoneWarned', data: { ...ofMilestone, ...warning } };
    case 'breached':
      return { type: 'TicketMilestoneBreached', data: ofMilestone };
    case 'reached':
      return { type: 'TicketMilestoneReached', data: ofMilestone };
  }
};

/** Tells of every promise that has come so far by a moment that somebody is warned, or that was broken by it. */
export const ringClocks = (ticket: Ticket, at: Date): TicketEvent[] => {
  if (ticket.status === 'absent' || !ticket.promised) return [];
  return untold(ticket.promised)
    .filter(({ atMs }) => atMs <= at.getTime())
    .map((alarm) => telling(ticket, alarm));
};

/** A decision on a ticket that comes after all that has fallen due by then. */
export const afterRinging = ringFirst(ticketAggregate, ringClocks);
