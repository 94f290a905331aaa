import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';

export const readTicketSeenRoute = ({ tickets }: Dependencies) =>
  answer(dataServiceRoutes.readTicketSeen, async ({ params: { ticketId: id } }) => {
    const row = await tickets.get(id);
    return row && { id, version: row.version };
  });
