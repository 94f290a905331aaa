import type { Occurrence, Projection } from '@steward/bus';
import {
  type DataOf,
  type Desk,
  type Line,
  type TicketEvent,
  type TicketStatus,
  ticketNoun,
} from '@steward/contracts';
import { exactSeconds, secondsBetween } from './durations.ts';
import { type PingPong, returning } from './ping-pong.ts';
import { type Waits, waitBegun, waitEnded } from './waits.ts';

/** One ticket, as far as the reports on support ask about it. */
export interface SupportTicket extends Desk, PingPong, Waits {
  readonly accountId: string;
  readonly product?: string | undefined;
  readonly country?: string | undefined;
  readonly organisation?: string | undefined;
  readonly division?: string | undefined;
  readonly priority: string;
  readonly tier: number;
  /** Every line that ever held it, in the order in which it first came there. */
  readonly lines: readonly Line[];
  readonly teams: readonly string[];
  readonly status: TicketStatus;
  /** The last state in the words of the log that it came from, or ours. */
  readonly label: string;
  readonly raisedAt: string;
  readonly firstWorkAt?: string | undefined;
  readonly responseSeconds?: number | undefined;
  /** Absent while a ticket that was reopened is not resolved again: the earlier resolution did not hold. */
  readonly resolvedAt?: string | undefined;
  readonly resolutionSeconds?: number | undefined;
  readonly reopenings: number;
  readonly handOvers: number;
  readonly heldSeconds: Readonly<Partial<Record<Line, number>>>;
  /** One score for each resolution that the customer rated. */
  readonly ratings: readonly number[];
  readonly version: number;
}

type Raised = DataOf<TicketEvent, 'TicketRaised'>;
type Followed = Exclude<TicketEvent, { type: 'TicketRaised' }>;

/** A log may know a field and leave it empty, which says as little as leaving it out. */
const known = (name: string | undefined): string | undefined => name?.trim() || undefined;

const raised = (data: Raised, version: number): SupportTicket => ({
  accountId: data.accountId,
  product: known(data.product),
  country: known(data.country),
  organisation: known(data.organisation),
  division: known(data.division),
  priority: data.priority,
  tier: data.arrangement.tier,
  ...data.desk,
  lines: [data.desk.line],
  teams: [data.desk.team],
  status: 'queued',
  label: data.label,
  raisedAt: data.at,
  reopenings: 0,
  handOvers: 0,
  heldSeconds: {},
  ratings: [],
  version,
});

const including = <Item>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items : [...items, item];

const handedTo = (ticket: SupportTicket, desk: Desk): Partial<SupportTicket> => ({
  ...desk,
  ...returning(ticket, desk),
  lines: including(ticket.lines, desk.line),
  teams: including(ticket.teams, desk.team),
  handOvers: ticket.handOvers + 1,
});

const charged = (
  { heldSeconds }: SupportTicket,
  { line, seconds }: { readonly line: Line; readonly seconds: number },
): Partial<SupportTicket> => ({
  heldSeconds: { ...heldSeconds, [line]: exactSeconds((heldSeconds[line] ?? 0) + seconds) },
});

const workedOn = ({ firstWorkAt, raisedAt }: SupportTicket, at: string): Partial<SupportTicket> =>
  firstWorkAt ? {} : { firstWorkAt: at, responseSeconds: secondsBetween(raisedAt, at) };

const changed = (row: SupportTicket, { type, data }: Followed): Partial<SupportTicket> => {
  switch (type) {
    case 'TicketHandedOver':
      return { ...handedTo(row, data.desk), ...charged(row, data.held) };
    case 'TicketQueued':
      return { status: 'queued' };
    case 'TicketWorkStarted':
      return { ...workedOn(row, data.at), status: 'in-progress' };
    case 'TicketWaitStarted':
      return { status: 'waiting' };
    case 'TicketResolved':
      return {
        // Whoever solves a ticket has worked on it, even where no log says when that began.
        ...workedOn(row, data.at),
        ...charged(row, data.held),
        status: 'resolved',
        resolvedAt: data.at,
        resolutionSeconds: secondsBetween(row.raisedAt, data.at),
      };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'TicketCancelled':
    case 'TicketMerged':
      return { ...charged(row, data.held), status: 'cancelled' };
    case 'TicketReopened':
      return {
        status: 'queued',
        resolvedAt: undefined,
        resolutionSeconds: undefined,
        reopenings: row.reopenings + 1,
      };
    case 'TicketRated':
      return { ratings: [...row.ratings, data.score] };
    case 'TicketPrioritised':
      return { priority: data.priority };
    case 'TicketMessageAdded':
    case 'TicketNoteAdded':
    case 'TicketClockWarned':
    case 'TicketClockBreached':
    case 'TicketPromisedAnew':
    case 'TicketMilestoneWarned':
    case 'TicketMilestoneBreached':
    case 'TicketMilestoneReached':
    case 'TicketEscalated':
    case 'TicketRouted':
    case 'TicketLeftInQueue':
    case 'TicketClaimed':
    case 'TicketReleased':
    case 'TicketTookIn':
    case 'TicketLinked':
    case 'TicketUnlinked':
    case 'TicketMessageTakenOver':
    case 'TicketWatched':
    case 'TicketUnwatched':
    case 'TicketTaskSet':
    case 'TicketArticleNamed':
    case 'TicketSurveyLeftOut':
    case 'TicketOutsourcedEntryTaken':
    case 'TicketMessageErased':
    case 'TicketNoteErased':
    case 'TicketRatingErased':
      return {};
  }
};

const waited = (row: SupportTicket, { type, data }: Followed): Partial<SupportTicket> => {
  if (type === 'TicketWaitStarted') {
    const { waitingFor, agent, at: since } = data;
    return waitBegun(row, { waitingFor, since, team: row.team, agent });
  }
  return row.status === 'waiting' ? {} : waitEnded(row, data.at);
};

export const supportTickets: Projection<SupportTicket, TicketEvent> = {
  name: 'support-tickets',
  nouns: [ticketNoun],
  indexes: [['ratings']],
  keyOf: ({ key }) => key,
  apply: (row, event: TicketEvent & Occurrence) => {
    const { version } = event;
    if (event.type === 'TicketRaised') return raised(event.data, version);
    if (!row) return undefined;
    const next = { ...row, ...changed(row, event), label: event.data.label, version };
    return { ...next, ...waited(next, event) };
  },
};
