import type {
  Hours,
  OutsourcerContent,
  OutsourcerEvent,
  OutsourcerOwner,
} from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';
import { latest, silentFrom } from './patience.ts';

interface Engaged extends Readonly<OutsourcerContent> {
  readonly outsourcerId: string;
  readonly seniorOwner: OutsourcerOwner;
  readonly hours?: Hours | undefined;
  /** Cases that it has told of, and not settled. */
  readonly openCases: number;
  readonly lastHeardAt?: string | undefined;
  /** Since when it could have said something. */
  readonly silentSince?: string | undefined;
  readonly isBehind: boolean;
  /** When its silence will have lasted too long, if nothing else comes in. */
  readonly dueAt?: string | undefined;
}

/** A desk of ours that others run, and how well they let us know what happens there. */
export type Outsourcer =
  | { readonly status: 'absent' }
  | (Engaged & { readonly status: 'active' | 'deactivated' });
export type KnownOutsourcer = Existing<Outsourcer>;

export const refuse = refusals({
  'outsourcer-already-engaged': 'conflict',
  'outsourcer-not-found': 'notFound',
  'outsourcer-owner-not-senior': 'invalid',
  'outsourcer-owner-unchanged': 'conflict',
  'outsourcer-calendar-not-found': 'notFound',
  'outsourcer-deactivated': 'conflict',
  'outsourcer-active': 'conflict',
});

type LaterEvent = Exclude<OutsourcerEvent, { type: 'OutsourcerEngaged' }>;

const change = (outsourcer: KnownOutsourcer, { type, data }: LaterEvent): KnownOutsourcer => {
  switch (type) {
    case 'OutsourcerRevised':
      return {
        ...outsourcer,
        ...data.content,
        calendarId: data.content.calendarId,
        hours: data.hours,
      };
    case 'OutsourcerOwnerAssigned':
      return { ...outsourcer, seniorOwner: data.seniorOwner };
    case 'OutsourcerDeactivated':
      return { ...outsourcer, status: 'deactivated', isBehind: false };
    case 'OutsourcerReactivated':
      return { ...outsourcer, status: 'active', silentSince: data.at };
    case 'OutsourcerHeard': {
      const opened = { open: 1, settled: -1, unchanged: 0 }[data.became ?? 'unchanged'];
      return {
        ...outsourcer,
        openCases: outsourcer.openCases + opened,
        lastHeardAt: latest(outsourcer.lastHeardAt, data.at),
        silentSince: latest(outsourcer.silentSince, data.at),
      };
    }
    case 'OutsourcerFellBehind':
      return { ...outsourcer, isBehind: true };
    case 'OutsourcerCaughtUp':
      return { ...outsourcer, isBehind: false };
  }
};

/** Silence says nothing where nothing is open, and nothing new where it is behind already. */
const watched = (outsourcer: KnownOutsourcer): KnownOutsourcer => {
  const { status, openCases, isBehind, silentSince } = outsourcer;
  const isWatched = status === 'active' && openCases > 0 && !isBehind && silentSince !== undefined;
  return { ...outsourcer, dueAt: isWatched ? silentFrom(outsourcer, silentSince) : undefined };
};

const evolve = (outsourcer: Outsourcer, event: OutsourcerEvent): Outsourcer => {
  if (event.type === 'OutsourcerEngaged') {
    const { outsourcerId, seniorOwner, content, hours } = event.data;
    const nothing = { openCases: 0, isBehind: false };
    return { status: 'active', outsourcerId, seniorOwner, ...content, hours, ...nothing };
  }
  return outsourcer.status === 'absent' ? outsourcer : watched(change(outsourcer, event));
};

export const outsourcer: Aggregate<Outsourcer, OutsourcerEvent> = {
  name: 'outsourcer',
  initial: { status: 'absent' },
  evolve,
};

export const requireKnown = (outsourcer: Outsourcer, outsourcerId: string): KnownOutsourcer => {
  if (outsourcer.status === 'absent')
    throw refuse('outsourcer-not-found', `There is no outsourcer ${outsourcerId}`);
  return outsourcer;
};

export const requireActive = (outsourcer: Outsourcer, outsourcerId: string): KnownOutsourcer => {
  const known = requireKnown(outsourcer, outsourcerId);
  if (known.status !== 'active')
    throw refuse('outsourcer-deactivated', `Nothing is taken from outsourcer ${outsourcerId}`);
  return known;
};
