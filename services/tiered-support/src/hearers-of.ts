import type { HistoryEntry } from '@steward/contracts';
import type { Dependencies } from './dependencies.ts';
import { type ToldFact, typesOfHearers } from './need-candidate/heard-by.ts';

const pageSize = 200;

/** Who had to do with a ticket, and what was said in it: all facts that tell so, the first ones first. */
export const hearersOf = async (
  { tickets }: Pick<Dependencies, 'tickets'>,
  ticketId: string,
): Promise<ToldFact[]> => {
  const facts: HistoryEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await tickets.history(ticketId, { limit: pageSize, cursor }, typesOfHearers);
    facts.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return facts as unknown as ToldFact[];
};
