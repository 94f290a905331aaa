import { createHash } from 'node:crypto';
import type { NeedContent } from '@steward/contracts';

type Placed = Pick<NeedContent, 'kind' | 'source' | 'origin' | 'quotes'>;

const finderOf = (source: NeedContent['source']): string | undefined => {
  if (source.kind === 'rule') return source.ruleId;
  return source.kind === 'model' ? source.name : undefined;
};

/** The same words, read again by the same rule or model, are the same need. */
export const needIdOf = ({ kind, source, origin, quotes: [first] }: Placed): string => {
  const { conversationId, ticketId, messageId } = origin;
  const place = [conversationId, ticketId, messageId, first?.turn, first?.start];
  const told = JSON.stringify([
    source.kind,
    finderOf(source),
    kind,
    ...place.map((one) => one ?? ''),
  ]);
  return `need-${createHash('sha256').update(told).digest('hex').slice(0, 32)}`;
};
