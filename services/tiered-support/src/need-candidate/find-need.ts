import type { DataOf, NeedCandidateEvent, Quote, Turn } from '@steward/contracts';
import { type NeedCandidate, refuse } from './need-candidate.ts';

type Found = DataOf<NeedCandidateEvent, 'NeedFound'>;

export type FindNeed = Omit<Found, 'at'> & { readonly at: Date };

/** What was found before is not found anew, however often the same words are read. */
export const findNeed = (need: NeedCandidate, { at, ...found }: FindNeed): NeedCandidateEvent[] =>
  need.status === 'absent' ? [{ type: 'NeedFound', data: { ...found, at: at.toISOString() } }] : [];

export const reportNeed = (need: NeedCandidate, command: FindNeed): NeedCandidateEvent[] => {
  if (need.status !== 'absent')
    throw refuse('need-already-reported', `Need ${command.needId} was already reported`);
  return findNeed(need, command);
};

/** Whoever puts words into somebody's mouth is not to be trusted with their needs. */
export const requireQuoted = (
  { source, quotes }: Pick<Found, 'source' | 'quotes'>,
  turns: readonly Turn[],
): void => {
  if (source.kind === 'model' && quotes.length === 0)
    throw refuse('need-quote-missing', 'A model has to quote what it found');
  const isSaid = ({ turn, start, end, text }: Quote): boolean => {
    const { from, text: said = '' } = turns[turn] ?? {};
    return from === 'customer' && said.slice(start, end) === text;
  };
  const wrong = quotes.find((quote) => !isSaid(quote));
  if (wrong)
    throw refuse(
      'need-quote-wrong',
      `The customer did not say "${wrong.text.slice(0, 100)}" in turn ${wrong.turn} at ${wrong.start}`,
    );
};
