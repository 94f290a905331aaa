import { on } from '@steward/bus';
import {
  TicketCancelled,
  TicketHandedOver,
  TicketMerged,
  TicketResolved,
} from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { letGo } from './take-on.ts';

/** Whoever held what is settled, or lies at another desk by now, has room for something else. */
export const letGoOfTicket = ({ supportAgents }: Dependencies) =>
  on(
    'letGoOfTicket',
    [TicketResolved, TicketCancelled, TicketMerged, TicketHandedOver],
    async ({ data: { held }, because }) => {
      const { by } = held;
      if (!by) return undefined;
      const command = { holdingId: by.holdingId, at: because.at };
      return supportAgents.change(by.agentId, (agent) => letGo(agent, command), because);
    },
  );
