import type {
  DataOf,
  EscalationCause,
  EscalationEvent,
  EscalationKind,
  EscalationTold,
  PinnedLadder,
} from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';
import { nextStepMs } from './ladder.ts';

/** What is known of an escalation whatever becomes of it. */
interface Begun {
  readonly escalationId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly cause: EscalationCause;
  /** Not there where somebody escalated by hand. */
  readonly ladder?: PinnedLadder | undefined;
  readonly taken: readonly EscalationTold[];
  /** Which kinds were taken, and who was told: what lists ask for. */
  readonly kinds: readonly EscalationKind[];
  readonly toldTo: readonly string[];
  readonly startedAt: string;
  readonly changedAt: string;
}

/** After its last step it waits for an answer as after any other. */
export type RunningEscalation = Begun & {
  readonly status: 'running';
  readonly nextStepAt?: string | undefined;
};
export type BegunEscalation =
  | RunningEscalation
  | (Begun & { readonly status: 'acknowledged'; readonly acknowledgedBy: string })
  | (Begun & {
      readonly status: 'ended';
      readonly endedBecause: DataOf<EscalationEvent, 'EscalationEnded'>['why'];
    });

/** One ladder of one ticket, or what somebody escalated by hand. */
export type Escalation = { readonly status: 'absent' } | BegunEscalation;

export const refuse = refusals({
  'escalation-already-started': 'conflict',
  'escalation-not-found': 'notFound',
  'escalation-reason-missing': 'invalid',
  'escalation-desk-missing': 'invalid',
  'escalation-nobody-told': 'invalid',
  'escalation-not-yours': 'forbidden',
  'escalation-already-acknowledged': 'conflict',
  'escalation-ended': 'conflict',
  'escalation-out-of-order': 'conflict',
});

const begin = (
  {
    escalationId,
    ticketId,
    accountId,
    at,
  }: DataOf<EscalationEvent, 'EscalationStarted' | 'EscalationMadeByHand'>,
  cause: EscalationCause,
): RunningEscalation => ({
  status: 'running',
  ...{ escalationId, ticketId, accountId, cause },
  ...{ taken: [], kinds: [], toldTo: [], startedAt: at, changedAt: at },
});

const including = <Item>(items: readonly Item[], item: Item | undefined): readonly Item[] =>
  item === undefined || items.includes(item) ? items : [...items, item];

const withStep = (
  running: RunningEscalation,
  data:
    | DataOf<EscalationEvent, 'EscalationStepTaken'>
    | (DataOf<EscalationEvent, 'EscalationMadeByHand'> & { critical: boolean }),
): RunningEscalation => {
  const { number, kind, to, recipientId, channel, handOverTo, raisePriorityTo, critical, at } =
    data;
  const told = {
    number,
    kind,
    to,
    recipientId,
    channel,
    critical,
    handOverTo,
    raisePriorityTo,
    at,
  };
  return {
    ...running,
    taken: [...running.taken, told],
    kinds: including(running.kinds, kind),
    toldTo: including(running.toldTo, recipientId),
    changedAt: at,
  };
};

/** Works out when the next step is due, so that it can be looked for. */
const scheduled = (running: RunningEscalation, since: string): RunningEscalation => {
  const { ladder, taken } = running;
  const place = { takenCount: taken.length, sinceMs: Date.parse(since) };
  const nextMs = ladder && nextStepMs(ladder, place);
  return {
    ...running,
    nextStepAt: nextMs === undefined ? undefined : new Date(nextMs).toISOString(),
  };
};

const goOn = (
  running: RunningEscalation,
  { type, data }: Exclude<EscalationEvent, { type: 'EscalationStarted' | 'EscalationMadeByHand' }>,
): BegunEscalation => {
  const { nextStepAt: _, ...begun } = { ...running, changedAt: data.at };
  switch (type) {
    case 'EscalationStepTaken':
      return scheduled(withStep(running, data), data.at);
    case 'EscalationPostponed':
      return { ...begun, nextStepAt: data.until };
    case 'EscalationAcknowledged':
      return { ...begun, status: 'acknowledged', acknowledgedBy: data.by };
    case 'EscalationEnded':
      return { ...begun, status: 'ended', endedBecause: data.why };
  }
};

const evolve = (escalation: Escalation, event: EscalationEvent): Escalation => {
  const { type, data } = event;
  if (type === 'EscalationStarted')
    return scheduled({ ...begin(data, data.cause), ladder: data.ladder }, data.at);
  if (type === 'EscalationMadeByHand')
    return withStep(begin(data, { kind: 'by-hand', reason: data.reason }), {
      ...data,
      critical: true,
    });
  return escalation.status === 'running' ? goOn(escalation, event) : escalation;
};

export const escalation: Aggregate<Escalation, EscalationEvent> = {
  name: 'escalation',
  initial: { status: 'absent' },
  evolve,
};
