import type { Dependencies } from './dependencies.ts';
import { everyItem } from './every-item.ts';
import { type ToldFact, typesOfHearers } from './need-candidate/heard-by.ts';

/** Who had to do with a ticket, and what was said in it: all facts that tell so, the first ones first. */
export const hearersOf = async (
  { tickets }: Pick<Dependencies, 'tickets'>,
  ticketId: string,
): Promise<ToldFact[]> => {
  const facts = await everyItem((request) => tickets.history(ticketId, request, typesOfHearers));
  return facts as unknown as ToldFact[];
};
