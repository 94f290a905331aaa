import {
  type Because,
  type Change,
  GuardMoved,
  type GuardStep,
  isSpent,
} from '@steward/persistence';
import type { Consumer } from './declare.ts';
import type { Received } from './message.ts';
import { park } from './parked.ts';
import { patiently } from './patiently.ts';
import {
  type Process,
  type ProcessingContext,
  reasonOf,
  transact,
  untilUnmoved,
  waitingBehind,
} from './processing.ts';
import { readEvent } from './read-event.ts';
import type { ComeTo, StreamOrder } from './stream-order.ts';
import { streamStep } from './stream-step.ts';
import { guardIdOf, Streams } from './streams.ts';

const becauseOf = (
  consumer: string,
  received: Received,
  guard: GuardStep,
  traceparent: string | undefined,
): Because => ({
  actor: `system:${consumer}`,
  at: new Date(received.at),
  correlationId: received.correlationId,
  causationId: received.id,
  ...(traceparent !== undefined && { traceparent }),
  guard,
});

interface Asked {
  readonly type: string;
  readonly data: unknown;
}

/** Hands one event to the consumer, until it has had its effect or there is no use in trying. */
const handlerOf = (consumer: Consumer, name: string, context: ProcessingContext) => {
  /** One attempt; each has a guard of its own, for a guard carries one change. */
  const attempt = async (
    received: Received,
    { type, data }: Asked,
    from: number,
    traceparent: string | undefined,
  ): Promise<{ change: Change | undefined; isGuarded: boolean }> => {
    const guard = { guardId: guardIdOf(name, received), from, to: received.version };
    const because = becauseOf(name, received, guard, traceparent);
    const change = await consumer.handle({ ...received, type, data: data as never, because });
    return { change, isGuarded: isSpent(guard) };
  };

  return async (received: Received, asked: Asked, from: number) => {
    const { change, isGuarded } = await context.span(
      `process ${asked.type}`,
      received,
      (traceparent) => patiently(() => attempt(received, asked, from, traceparent), context),
      { kind: 'consumer' },
    );
    if (change && !isGuarded)
      throw new Error(`${name} made a change without the because that it was given`);
    return change;
  };
};

/**
 * Delivers the events of each stream in order, streams side by side. What cannot succeed is set aside at
 * once, what might is tried again first. Facts that the consumer does not ask for at most move the guard on.
 */
export const deliver = (
  consumer: Consumer,
  name: string,
  order: StreamOrder,
  context: ProcessingContext,
): Process => {
  const { guards } = context.database.collections;
  const handle = handlerOf(consumer, name, context);
  const wires = new Set(consumer.contracts.map(({ wire }) => wire));

  const setAside = async (
    streams: Streams,
    received: Received,
    why: { readonly reason: string; readonly detail: string },
  ) => {
    const guardId = guardIdOf(name, received);
    streams.parked(guardId, received.version);
    await transact(context, async (session) => {
      await streams.save(session, guardId);
      const parking = { guardId, consumer: name, received, ...why };
      await park(context.parked, [parking], { isReplay: streams.isReplay, session });
    });
    streams.saved(guardId);
    context.log('warn', 'An event was set aside', { consumer: name, guardId, ...why });
  };

  const apply = async (streams: Streams, received: Received) => {
    const guardId = guardIdOf(name, received);
    if (!wires.has(received.wire)) return streams.applied(guardId, received.version);
    const readout = readEvent(received);
    if (!readout.ok)
      return setAside(streams, received, { reason: 'malformed-event', detail: readout.detail });
    try {
      const change = await handle(received, readout, streams.savedVersion(guardId));
      if (change) streams.committed(guardId, received.version);
      else streams.applied(guardId, received.version);
    } catch (error) {
      if (error instanceof GuardMoved || context.signal.aborted) throw error;
      await setAside(streams, received, reasonOf(error));
    }
  };

  const takeStream = async (streams: Streams, messages: readonly Received[], beforeOf: ComeTo) => {
    for (const received of messages) {
      const stream = streams.of(guardIdOf(name, received));
      const step = streamStep(stream, received.version, beforeOf(received));
      if (step === 'apply') await apply(streams, received);
      else if (step !== 'duplicate') await setAside(streams, received, waitingBehind[step]);
    }
  };

  return async (batch, { isReplay } = { isReplay: false }) => {
    // What an earlier version of us had set aside beside it is taken up, too, or it would lie there for ever.
    const wanted = isReplay ? batch : batch.filter(order.isWanted);
    if (wanted.length === 0) return [];
    const byStream = Map.groupBy(wanted, (received) => guardIdOf(name, received));
    return untilUnmoved(async () => {
      const streams = new Streams(guards, isReplay);
      await streams.load(byStream.keys());
      const beforeOf = await order.befores(wanted, (place) =>
        streams.savedVersion(guardIdOf(name, place)),
      );
      const taken = await Promise.allSettled(
        [...byStream.values()].map((messages) => takeStream(streams, messages, beforeOf)),
      );
      const failed = taken.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      await transact(context, (session) => streams.save(session));
      return streams.setAside();
    });
  };
};
