import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { clockAnswers } from '../clock/clock-answer.ts';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from './read-ticket.route.ts';

export const readTicketClocksRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTicketClocks, async ({ params: { ticketId }, principal }) => {
    const read = await readVisible(dependencies, ticketId, principal);
    if (!read) return undefined;
    const now = dependencies.now();
    const told = { ticketId, at: now.toISOString() };
    const { promised } = read.state;
    if (!promised) return { ...told, clocks: [] };
    const { policyId, policyVersion, calendarId, calendarVersion, hours } = promised.terms;
    const clocks = clockAnswers(promised.moments, promised.terms, now);
    // How the lines share the time among them is none of the customer's business.
    const isShown = ({ clock }: { clock: string }) =>
      principal.accountId === undefined || clock !== 'line';
    const pinned = { policyId, policyVersion, calendarId, calendarVersion, zone: hours.zone };
    return { ...told, ...pinned, clocks: clocks.filter(isShown) };
  });
