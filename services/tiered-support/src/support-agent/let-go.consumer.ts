import { on } from '@steward/bus';
import {
  TicketCancelled,
  TicketHandedOver,
  TicketMerged,
  TicketResolved,
} from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { letGo } from './take-on.ts';

const endings = [TicketResolved, TicketCancelled, TicketMerged, TicketHandedOver];

/** Whoever held what is settled, or lies at another desk by now, has room for something else. */
const letGoOn = (contract: (typeof endings)[number], { supportAgents }: Dependencies) =>
  on(`letGoOn${contract.type}`, contract, async ({ data: { held }, because }) => {
    const { by } = held;
    if (!by) return undefined;
    const command = { holdingId: by.holdingId, at: because.at };
    return supportAgents.change(by.agentId, (agent) => letGo(agent, command), because);
  });

export const letGoOnFacts = (dependencies: Dependencies) =>
  endings.map((contract) => letGoOn(contract, dependencies));
