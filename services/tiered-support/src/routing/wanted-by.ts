import type { Wanted } from '../support-agent/left-out.ts';
import type { RaisedTicket } from '../ticket/ticket.ts';
import { skillsWanted } from './skills-wanted.ts';

/** The way that a customer reached us where nobody says. */
export const usualChannel = 'web';

/** What a ticket asks of whoever is given it at a moment, and what it has given up by then. */
export const wantedBy = (
  ticket: RaisedTicket,
  at: Date,
): {
  readonly wanted: Wanted;
  readonly dropped: string[];
  readonly nextDropAt: string | undefined;
} => {
  const { desk, reachedBy: channel = usualChannel, awaitsAgentSince, routing } = ticket;
  const givenBackBy = routing?.givenBackBy ?? [];
  const sinceMs = awaitsAgentSince === undefined ? at.getTime() : Date.parse(awaitsAgentSince);
  const { skills, dropped, nextDropAfterMs } = skillsWanted(ticket, at.getTime() - sinceMs);
  return {
    wanted: { desk, channel, skills, givenBackBy, isClaim: false, at },
    dropped,
    nextDropAt:
      nextDropAfterMs === undefined ? undefined : new Date(sinceMs + nextDropAfterMs).toISOString(),
  };
};
