import type { NounContract } from '@steward/contracts';
import { Refusal } from '@steward/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Because } from './because.ts';
import { laneOf } from './position.ts';
import { causeOf, type EventRow, type StateRow } from './rows.ts';

export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

export interface RowContext {
  readonly now: () => Date;
  readonly nextPosition: (after: number) => number;
}

/** Kafka takes messages of up to a megabyte; what could never be published is not accepted either. */
const bodyBytesMax = 900_000;

export const bodyOf = (wire: string, data: unknown): string => {
  const body = JSON.stringify(data);
  if (Buffer.byteLength(body) > bodyBytesMax)
    throw new Refusal(
      'invalid',
      'event-too-large',
      `${wire} would be larger than can be published`,
    );
  return body;
};

/** The rows of events that follow an aggregate as it was before. */
export const newRows = (
  { topic, events: contracts }: NounContract,
  before: Omit<StateRow, 'state'>,
  events: readonly AnyEvent[],
  because: Because,
  { now, nextPosition }: RowContext,
): EventRow[] => {
  const shared = {
    topic,
    key: before._id,
    lane: laneOf(before._id),
    recordedAt: now(),
    ...causeOf(because),
  };
  let { version, position } = before;
  return events.map(({ type, data }) => {
    const wire = contracts.find((contract) => contract.type === type)?.wire;
    if (!wire) throw new Error(`${type} is not an event of ${topic}`);
    version += 1;
    position = nextPosition(position);
    return {
      _id: uuidv7(),
      wire,
      version,
      position,
      body: bodyOf(wire, data),
      ...shared,
      pending: true,
    };
  });
};

/** The event that a row holds, as rules know it. */
export const eventOf = ({ events, topic }: NounContract, { wire, body }: EventRow): AnyEvent => {
  const type = events.find((contract) => contract.wire === wire)?.type;
  if (!type) throw new Error(`${wire} is not an event of ${topic}`);
  return { type, data: JSON.parse(body) };
};
