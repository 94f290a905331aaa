import { type TicketEvent, tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { atAnyVersion } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { everyItem } from '../every-item.ts';
import { eraseMessage, momentsOf, wordTypes } from './erase-message.ts';

type Kin = Extract<TicketEvent, { type: 'TicketLinked' | 'TicketTookIn' | 'TicketMerged' }>;
const kinTypes = ['TicketLinked', 'TicketTookIn', 'TicketMerged'] as const;

/** Where words may have been told again; links that were taken back count, because the words are still there. */
const kinOf = ({ type, data }: Kin): string[] => {
  switch (type) {
    case 'TicketLinked':
      return data.link.kind.startsWith('split-') ? [data.link.ticketId] : [];
    case 'TicketTookIn':
      return [data.fromTicketId];
    case 'TicketMerged':
      return [data.intoTicketId];
  }
};

const isKin = (event: TicketEvent): event is Kin => kinTypes.some((type) => type === event.type);

interface Found {
  readonly saidAt: string[];
  /** The other tickets in which the same was told again. */
  readonly elsewhere: string[];
}

/** Follows what was said from the ticket that it is named in to all that were split from it, or took it in. */
const findSaid = async (
  { tickets }: Dependencies,
  ticketId: string,
  messageId: string,
): Promise<Found> => {
  const types = [...wordTypes, ...kinTypes];
  const moments = new Map<string, string[]>();
  const ids = new Set([ticketId]);
  for (const id of ids) {
    const entries = await everyItem((request) => tickets.history(id, request, types));
    const facts = entries as unknown as TicketEvent[];
    moments.set(id, momentsOf(facts, messageId));
    for (const kin of facts.filter(isKin).flatMap(kinOf)) ids.add(kin);
  }
  const saidAt = moments.get(ticketId) ?? [];
  const holds = (id: string) => moments.get(id)?.some((moment) => saidAt.includes(moment));
  return { saidAt, elsewhere: [...ids].filter((id) => id !== ticketId && holds(id)) };
};

export const eraseMessageRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.eraseMessage, async ({ params: { ticketId, messageId }, because }) => {
    const { tickets, changeTogether } = dependencies;
    const { saidAt, elsewhere } = await findSaid(dependencies, ticketId, messageId);
    const erasing = (id: string) => {
      const command = { ticketId: id, messageId, saidAt, at: because.at };
      return tickets.erasing(id, (ticket, past) => eraseMessage(ticket, past, command));
    };
    const others = elsewhere.map((id) => atAnyVersion(erasing(id)));
    return changeTogether([erasing(ticketId), ...others], because);
  });
