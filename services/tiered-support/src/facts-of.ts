import type { DataOf, TicketEvent } from '@steward/contracts';
import type { Dependencies } from './dependencies.ts';
import { everyItem } from './every-item.ts';

/** All facts of one type in the history of a ticket, the oldest first. */
export const factsOf = async <Type extends TicketEvent['type']>(
  { tickets }: Pick<Dependencies, 'tickets'>,
  ticketId: string,
  type: Type,
) => {
  const facts = await everyItem((request) => tickets.history(ticketId, request, [type]));
  return facts.map(({ id, version, data }) => ({
    id,
    version,
    data: data as DataOf<TicketEvent, Type>,
  }));
};
