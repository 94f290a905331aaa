import type { NeedContent } from '@steward/contracts';
import { idOf } from './id-of.ts';

type Placed = Pick<NeedContent, 'kind' | 'source' | 'origin' | 'quotes'>;

const finderOf = (source: NeedContent['source']): string => {
  if (source.kind === 'rule') return source.ruleId;
  return source.kind === 'model' ? source.name : '';
};

/** The same words, read again by the same rule or model, are the same need. */
export const needIdOf = ({ kind, source, origin, quotes: [first] }: Placed): string => {
  const { conversationId, ticketId, messageId } = origin;
  const place = [conversationId, ticketId, messageId, first?.turn, first?.start];
  const parts = [source.kind, finderOf(source), kind, ...place.map((one) => one ?? '')];
  return `need-${idOf(...parts)}`;
};
