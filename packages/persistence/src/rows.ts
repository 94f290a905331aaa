import type { Because } from './because.ts';

/** One event as it is kept: history and outbox in one. `body` is the JSON that Kafka gets, serialised once. */
export interface EventRow {
  readonly _id: string;
  readonly topic: string;
  readonly key: string;
  readonly version: number;
  readonly wire: string;
  readonly body: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly reason?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  readonly lane: number;
  readonly position: number;
  /** Gone once the broker has it; the index of what is still to be published holds only these. */
  readonly pending?: true;
}

export interface StateRow<State = unknown> {
  readonly _id: string;
  readonly version: number;
  readonly position: number;
  readonly state: State;
}

export interface ReceiptRow {
  readonly _id: string;
  readonly fingerprint: string;
  readonly id: string;
  readonly version: number;
  readonly at: Date;
}

/** How far one consumer has come in one stream. */
export interface GuardRow {
  readonly _id: string;
  readonly version: number;
  /** The first version that is set aside; everything after it waits with it. */
  readonly parkedFrom?: number;
  readonly parkedCount?: number;
}

/** The parts of a cause that a row keeps, without the keys that are absent. */
export const causeOf = ({
  actor,
  at,
  reason,
  correlationId,
  causationId,
  traceparent,
}: Because) => ({
  actor,
  at,
  correlationId,
  ...(reason !== undefined && { reason }),
  ...(causationId !== undefined && { causationId }),
  ...(traceparent !== undefined && { traceparent }),
});
