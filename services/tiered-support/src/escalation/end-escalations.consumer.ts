import { on } from '@steward/bus';
import { TicketCancelled, TicketMerged, TicketResolved } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { type EndEscalation, endEscalation } from './end-escalation.ts';

/** Far more ladders than one ticket could set off in one life. */
const laddersMax = 1_000;

/** The steps that end what runs of a ticket; a word of staff ends only what its silence set off. */
export const endStepsOf = async (
  { escalations }: Dependencies,
  ticketId: string,
  command: EndEscalation,
) => {
  const running = { ticketId, status: 'running' };
  const { items } = await escalations.list(running, { limit: laddersMax });
  return items
    .filter(exists)
    .filter(({ state }) => command.why === 'settled' || state.cause.kind === 'silence')
    .map(({ id }) => escalations.step(id, (escalation) => endEscalation(escalation, command)));
};

/** Whatever settles a ticket ends its ladders; what is closed was resolved before. */
export const endEscalationsOfTicket = (dependencies: Dependencies) =>
  on(
    'endEscalationsOfTicket',
    [TicketResolved, TicketCancelled, TicketMerged],
    async ({ data: { ticketId }, because }) => {
      const command = { why: 'settled', at: because.at } as const;
      const steps = await endStepsOf(dependencies, ticketId, command);
      return steps.length === 0 ? undefined : dependencies.changeTogether(steps, because);
    },
  );
