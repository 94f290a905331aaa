import { on } from '@steward/bus';
import { TicketOutsourcedEntryTaken } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { hearOutsourcer } from './hear-outsourcer.ts';

/** Measures how late each line of an outsourced desk's log came, and whether the desk keeps up. */
export const hearOutsourcerOnEntryTaken = ({ outsourcers }: Dependencies) =>
  on('hearOutsourcerOnEntryTaken', TicketOutsourcedEntryTaken, ({ data, because }) => {
    const { outsourcerId, ticketId, accountId, entry, became } = data;
    const cameAt = new Date(data.receivedAt);
    const about = { outsourcerId, ticketId, accountId, entry, became };
    const command = { ...about, happenedAt: new Date(data.at), cameAt };
    // The line tells of the past; that it came is of the moment when it came.
    const heard = { ...because, at: cameAt };
    return outsourcers.change(outsourcerId, (one) => hearOutsourcer(one, command), heard);
  });
