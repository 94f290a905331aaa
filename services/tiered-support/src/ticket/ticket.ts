import type { DataOf, Desk, TicketEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';
import { charge, type Held, nothingHeld, type SecondsByLine, secondsBetween } from './held-time.ts';
import { nextAlarmAt, noted, type Promised, promise, promisedAnew, told } from './promised.ts';
import { type Relations, related, unrelated } from './relations.ts';
import { type Routing, routed } from './routing.ts';
import { silentSince } from './silent-since.ts';

/** What a ticket is raised with and bears from then on; what it is promised it keeps in a form of its own. */
type Told = Omit<
  DataOf<TicketEvent, 'TicketRaised'>,
  'at' | 'entry' | 'desk' | 'terms' | 'product' | 'country' | 'organisation' | 'division'
>;

/** What is known of a ticket whatever becomes of it. */
interface Raised extends Readonly<Told> {
  readonly desk: Desk;
  readonly agent?: string | undefined;
  readonly raisedAt: string;
  readonly changedAt: string;
  /** What the desks that gave the ticket up had held it for. */
  readonly charged: SecondsByLine;
  readonly reopenings: number;
  /** Position of the last line taken in of the log that the ticket is brought in from. */
  readonly lastEntry?: number | undefined;
  /** The outsourced desk that tells what becomes of it, and whether it is open there. */
  readonly outsourced?: { readonly outsourcerId: string; readonly isOpen: boolean } | undefined;
  /** What the customer is promised, and all that its clocks follow from; nothing where no policy was for it. */
  readonly promised?: Promised | undefined;
  /** When a promise will next have come so far that it is to be told. */
  readonly nextAlarmAt?: string | undefined;
  /** Since when the customer has been without a word of staff, while it is not their turn. */
  readonly silentSince?: string | undefined;
  /** In whose hands it is; nothing where nobody was ever looked for. */
  readonly routing?: Routing | undefined;
  /** Since when it waits at its desk for somebody to take it. */
  readonly awaitsAgentSince?: string | undefined;
  /** What it has to do with other tickets, people and tasks; nothing while there are none. */
  readonly relations?: Relations | undefined;
}

interface Resolution {
  readonly at: string;
  readonly rating?: number;
}

/** Somebody holds it: since `heldSince`, its time counts against its desk. */
export type OpenTicket = Raised & { readonly heldSince: string } & (
    | { readonly status: 'queued' | 'in-progress' }
    | {
        readonly status: 'waiting';
        readonly waitingFor: DataOf<TicketEvent, 'TicketWaitStarted'>['waitingFor'];
      }
  );

/** Nobody's time runs. A log may close what it had cancelled; that has no resolution. */
export type SettledTicket = Raised &
  (
    | { readonly status: 'resolved'; readonly resolution: Resolution }
    | { readonly status: 'closed'; readonly resolution?: Resolution | undefined }
    | { readonly status: 'cancelled'; readonly resolution?: undefined }
  );

export type RaisedTicket = OpenTicket | SettledTicket;
export type Ticket = { readonly status: 'absent' } | RaisedTicket;

export const refuse = refusals({
  'ticket-already-raised': 'conflict',
  'ticket-not-found': 'notFound',
  'ticket-of-another-account': 'forbidden',
  'ticket-for-staff-only': 'forbidden',
  'ticket-about-no-project': 'invalid',
  'ticket-not-rated-by-partners': 'forbidden',
  'ticket-out-of-order': 'conflict',
  'ticket-not-open': 'conflict',
  'ticket-not-resolved': 'conflict',
  'ticket-already-rated': 'conflict',
  'ticket-desk-unchanged': 'conflict',
  'ticket-not-brought-in': 'conflict',
  'ticket-entry-missing': 'conflict',
  'ticket-entry-out-of-order': 'conflict',
  'ticket-entry-of-another-account': 'conflict',
  'ticket-entry-of-another-outsourcer': 'conflict',
  'ticket-cancelled': 'conflict',
  'ticket-priority-unchanged': 'conflict',
  'ticket-already-held': 'conflict',
  'ticket-desk-changed': 'conflict',
  'ticket-not-held': 'conflict',
  'ticket-held-by-another': 'forbidden',
  'ticket-merged': 'conflict',
  'ticket-is-the-same': 'invalid',
  'ticket-accounts-differ': 'conflict',
  'ticket-partners-differ': 'conflict',
  'ticket-took-others-in': 'conflict',
  'ticket-took-in-too-many': 'conflict',
  'ticket-already-linked': 'conflict',
  'ticket-not-linked': 'conflict',
  'ticket-links-too-many': 'conflict',
  'ticket-message-not-found': 'notFound',
  'ticket-message-not-of-staff': 'invalid',
  'ticket-already-watched': 'conflict',
  'ticket-not-watched': 'conflict',
  'ticket-watchers-too-many': 'conflict',
  'ticket-without-promise': 'conflict',
  'ticket-without-policy': 'conflict',
  'ticket-promise-unchanged': 'conflict',
  'ticket-tasks-too-many': 'conflict',
  'ticket-article-already-named': 'conflict',
  'ticket-articles-too-many': 'conflict',
});

export const isOpen = (ticket: RaisedTicket): ticket is OpenTicket => 'heldSince' in ticket;

export const resolutionOf = (ticket: RaisedTicket): Resolution | undefined =>
  isOpen(ticket) ? undefined : ticket.resolution;

/** What the present desk would be charged if it gave the ticket up at `at`. */
export const heldUntil = (ticket: RaisedTicket, at: string): Held => ({
  ...ticket.desk,
  seconds: isOpen(ticket) ? secondsBetween(ticket.heldSince, at) : 0,
  by: ticket.routing?.heldBy,
});

/** How long each line has held the ticket in all, up to its last change. */
export const heldSeconds = (ticket: RaisedTicket): SecondsByLine =>
  charge(ticket.charged, heldUntil(ticket, ticket.changedAt));

const begin = (data: DataOf<TicketEvent, 'TicketRaised'>): OpenTicket => {
  const { at, entry: lastEntry, product, country, organisation, division, terms, ...told } = data;
  const moments = { raisedAt: at, changedAt: at, heldSince: at };
  const promised = terms && promise(terms, told.isBroughtIn ?? false);
  const nothing = { charged: nothingHeld, reopenings: 0 };
  return { status: 'queued', ...told, ...moments, ...nothing, lastEntry, promised };
};

type InAnyStatus = Raised & {
  readonly status: RaisedTicket['status'];
  readonly heldSince?: string;
  readonly waitingFor?: string;
  readonly resolution?: Resolution | undefined;
};

/** Leaves behind what belongs to one status alone, so that nothing of it lingers in the next. */
const withoutStatus = (ticket: InAnyStatus): Raised => {
  const { status: _, heldSince: __, waitingFor: ___, resolution: ____, ...raised } = ticket;
  return raised;
};

const movingTypes = [
  'TicketHandedOver',
  'TicketQueued',
  'TicketWorkStarted',
  'TicketWaitStarted',
  'TicketResolved',
  'TicketClosed',
  'TicketCancelled',
  'TicketReopened',
  'TicketMerged',
] as const;
type LaterEvent = Exclude<TicketEvent, { type: 'TicketRaised' }>;
type MovingEvent = Extract<LaterEvent, { type: (typeof movingTypes)[number] }>;

const moves = (event: LaterEvent): event is MovingEvent =>
  movingTypes.some((type) => type === event.type);

/** What brings a ticket to another desk or into another status. */
const move = (ticket: RaisedTicket, { type, data }: MovingEvent): RaisedTicket => {
  const { at, label, entry = ticket.lastEntry } = data;
  const touched = { label, changedAt: at, lastEntry: entry };
  const raised = { ...withoutStatus(ticket), ...touched };
  const heldSince = isOpen(ticket) ? ticket.heldSince : at;
  switch (type) {
    case 'TicketHandedOver': {
      const charged = charge(ticket.charged, data.held);
      const moved = { ...touched, desk: data.desk, charged };
      return isOpen(ticket) ? { ...ticket, ...moved, heldSince: at } : { ...ticket, ...moved };
    }
    case 'TicketQueued':
      return { ...raised, status: 'queued', heldSince, agent: undefined };
    case 'TicketWorkStarted':
      return { ...raised, status: 'in-progress', heldSince, agent: data.agent };
    case 'TicketWaitStarted': {
      const { waitingFor, agent } = data;
      return { ...raised, status: 'waiting', waitingFor, heldSince, agent };
    }
    case 'TicketResolved': {
      const charged = charge(ticket.charged, data.held);
      return { ...raised, status: 'resolved', resolution: { at }, charged, agent: data.agent };
    }
    case 'TicketClosed':
      return { ...raised, status: 'closed', resolution: resolutionOf(ticket) };
    case 'TicketCancelled':
      return { ...raised, status: 'cancelled', charged: charge(ticket.charged, data.held) };
    case 'TicketMerged': {
      const charged = charge(ticket.charged, data.held);
      const relations = { ...unrelated, ...ticket.relations, mergedInto: data.intoTicketId };
      return { ...raised, status: 'cancelled', charged, relations };
    }
    case 'TicketReopened': {
      const reopenings = ticket.reopenings + 1;
      return { ...raised, status: 'queued', heldSince, reopenings, agent: undefined };
    }
  }
};

/** What leaves a ticket where it is. */
const besides = (ticket: RaisedTicket, event: Exclude<LaterEvent, MovingEvent>): RaisedTicket => {
  const { at, label, entry: lastEntry = ticket.lastEntry } = event.data;
  const touched = { ...ticket, changedAt: at };
  switch (event.type) {
    case 'TicketPrioritised':
      return { ...touched, priority: event.data.priority };
    case 'TicketPromisedAnew':
      return {
        ...touched,
        promised: ticket.promised && promisedAnew(ticket.promised, event.data.terms),
      };
    case 'TicketMessageAdded':
    case 'TicketNoteAdded':
    case 'TicketEscalated':
    case 'TicketSurveyLeftOut':
      return touched;
    case 'TicketTookIn':
    case 'TicketLinked':
    case 'TicketUnlinked':
    case 'TicketMessageTakenOver':
    case 'TicketWatched':
    case 'TicketUnwatched':
    case 'TicketTaskSet':
    case 'TicketArticleNamed':
      return { ...touched, relations: related(ticket.relations, event) };
    case 'TicketClockWarned':
    case 'TicketClockBreached':
    case 'TicketMilestoneWarned':
    case 'TicketMilestoneBreached':
    case 'TicketMilestoneReached':
      return { ...ticket, promised: ticket.promised && told(ticket.promised, event) };
    case 'TicketRouted':
    case 'TicketLeftInQueue':
    case 'TicketClaimed':
    case 'TicketReleased':
    case 'TicketMessageErased':
    case 'TicketNoteErased':
    case 'TicketRatingErased':
      return ticket;
    case 'TicketOutsourcedEntryTaken': {
      const { outsourcerId, became } = event.data;
      const isOpen = became ? became === 'open' : (ticket.outsourced?.isOpen ?? false);
      return { ...touched, lastEntry, outsourced: { outsourcerId, isOpen } };
    }
    case 'TicketRated': {
      if (isOpen(ticket) || !ticket.resolution) return ticket;
      const resolution = { ...ticket.resolution, rating: event.data.score };
      return { ...ticket, label, changedAt: at, lastEntry, resolution };
    }
  }
};

const proceed = (ticket: RaisedTicket, event: LaterEvent): RaisedTicket =>
  moves(event) ? move(ticket, event) : besides(ticket, event);

/** Keeps for the clocks what becomes of a ticket, and when it is next to be told of one. */
const clocked = (ticket: RaisedTicket, event: TicketEvent): RaisedTicket => {
  if (!ticket.promised) return ticket;
  const { changedAt: at, status, priority, desk } = ticket;
  const waitingFor = status === 'waiting' ? ticket.waitingFor : undefined;
  const said = event.type === 'TicketMessageAdded' ? (`by-${event.data.from}` as const) : undefined;
  const moment = { at, status, waitingFor, line: desk.line, priority, said };
  const promised = noted(ticket.promised, moment);
  return { ...ticket, promised, nextAlarmAt: nextAlarmAt(promised) };
};

const listened = (ticket: RaisedTicket, event: TicketEvent): RaisedTicket => ({
  ...ticket,
  silentSince: silentSince(ticket, event),
});

/** What follows from every event, whatever it was. */
const follow = [clocked, listened, routed];

const evolve = (ticket: Ticket, event: TicketEvent): Ticket => {
  if (event.type !== 'TicketRaised' && ticket.status === 'absent') return ticket;
  const changed =
    event.type === 'TicketRaised' ? begin(event.data) : proceed(ticket as RaisedTicket, event);
  return follow.reduce((followed, next) => next(followed, event), changed);
};

export const ticket: Aggregate<Ticket, TicketEvent> = {
  name: 'ticket',
  initial: { status: 'absent' },
  evolve,
};
