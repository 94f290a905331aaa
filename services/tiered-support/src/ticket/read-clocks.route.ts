import { isStaff, tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { clockAnswers } from '../clock/clock-answer.ts';
import { teller } from '../clock/teller.ts';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from './read-ticket.route.ts';

export const readTicketClocksRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTicketClocks, async ({ params, query, principal }) => {
    const { ticketId } = params;
    const read = await readVisible(dependencies, ticketId, principal);
    if (!read) return undefined;
    const tell = teller(query.zone);
    const at = query.at ? new Date(query.at) : dependencies.now();
    const told = { ticketId, at: tell(at.getTime()) };
    const { promised } = read.state;
    if (!promised) return { ...told, clocks: [] };
    const { policyId, policyVersion, calendarId, calendarVersion, hours } = promised.terms;
    const clocks = clockAnswers(promised.moments, promised.terms, at, tell);
    // How the lines share the time among them is none of the customer's business.
    const isShown = ({ clock }: { clock: string }) => isStaff(principal) || clock !== 'line';
    const pinned = { policyId, policyVersion, calendarId, calendarVersion, zone: hours.zone };
    return { ...told, ...pinned, clocks: clocks.filter(isShown) };
  });
