import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';

/** Warns, and tells that a promise is broken, when its time has come. */
export const ringTicketClocks = ({ tickets }: Dependencies): Timer => ({
  name: 'ringTicketClocks',
  due: (by, limit) => tickets.due('nextAlarmAt', by, limit),
  // Every change of a ticket tells first what has fallen due; here nothing else follows.
  ring: (ticketId, because) => tickets.change(ticketId, () => [], because),
});
