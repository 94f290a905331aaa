import { z } from 'zod';

export const TicketStatus = z.enum([
  'queued',
  'in-progress',
  'waiting',
  'resolved',
  'closed',
  'cancelled',
]);
export type TicketStatus = z.output<typeof TicketStatus>;
