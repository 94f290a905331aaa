import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { termsFor } from '../terms-for.ts';
import { promiseAnew } from './promise-anew.ts';

export const promiseAnewRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.promiseAnew, async ({ params: { ticketId }, because }) => {
    const { tickets } = dependencies;
    const { at } = because;
    const read = await tickets.read(ticketId);
    const terms = exists(read)
      ? await termsFor(dependencies, { ...read.state, at }, new Date(read.state.raisedAt))
      : undefined;
    const command = { ticketId, terms, at };
    return tickets.change(ticketId, (ticket) => promiseAnew(ticket, command), because);
  });
