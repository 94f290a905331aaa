import type { Line, PinnedTerms, Priority, TicketStatus, WaitingFor } from '@steward/contracts';

/** How a ticket stood from one moment on, and what was said in it. */
export interface Moment {
  readonly at: string;
  readonly status: TicketStatus;
  readonly waitingFor?: WaitingFor | undefined;
  readonly line: Line;
  readonly priority: Priority;
  readonly said?: 'by-customer' | 'by-staff' | undefined;
}

/** Why a clock ran, or did not. */
export type Why =
  | 'open'
  | `waiting-for-${WaitingFor}`
  | 'resolved'
  | 'closed'
  | 'cancelled'
  | 'at-another-line';

/** A part of a clock's course; without an end it goes on. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number | undefined;
  readonly isRunning: boolean;
  readonly why: Why;
}

/** What one clock has been through, from its start to its end. Nothing here knows of hours or targets. */
export interface Course {
  readonly startedMs: number;
  readonly spans: readonly Span[];
  readonly ended?: { readonly atMs: number; readonly as: 'met' | 'cancelled' };
}

type Pausing = keyof PinnedTerms['pauses'];

const isSettled = ({ status }: Moment): boolean => status === 'resolved' || status === 'closed';

/** How a ticket stands, in the words in which its clocks say why. */
export const whyOf = ({ status, waitingFor }: Moment): Why => {
  if (status === 'resolved' || status === 'closed' || status === 'cancelled') return status;
  return status === 'waiting' ? `waiting-for-${waitingFor ?? 'unspecified'}` : 'open';
};

const spanOf = (
  moment: Moment,
  toMs: number | undefined,
  waits: readonly WaitingFor[],
  line?: Line,
): Span => {
  const { at, status, waitingFor } = moment;
  const isHeld = status === 'waiting' && waits.includes(waitingFor ?? 'unspecified');
  const isElsewhere = line !== undefined && moment.line !== line;
  const isOpen = status !== 'cancelled' && !isSettled(moment);
  const why = isOpen && !isHeld && isElsewhere ? 'at-another-line' : whyOf(moment);
  const isRunning = isOpen && !isHeld && !isElsewhere;
  return { fromMs: Date.parse(at), toMs, isRunning, why };
};

/** Neighbours that tell the same are one. */
export const joined = (spans: readonly Span[]): Span[] => {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last?.isRunning === span.isRunning && last.why === span.why)
      whole[whole.length - 1] = { ...last, toMs: span.toMs };
    else if (span.fromMs !== span.toMs) whole.push(span);
  }
  return whole;
};

/** The course from the first of these moments to the last; the last ends it where an ending is named. */
const courseOf = (
  moments: readonly Moment[],
  waits: readonly WaitingFor[],
  { as, line }: { as?: 'met' | 'cancelled' | undefined; line?: Line | undefined } = {},
): Course => {
  const times = moments.map(({ at }) => Date.parse(at));
  const [startedMs = 0] = times;
  const atMs = times.at(-1) ?? startedMs;
  const lasting = as === undefined ? moments : moments.slice(0, -1);
  const spans = lasting.map((moment, index) => spanOf(moment, times[index + 1], waits, line));
  return { startedMs, spans: joined(spans), ...(as && { ended: { atMs, as } }) };
};

/** Cuts moments into the parts that begin and end where it is said; one that is begun anew ends there, unmet. */
const partsOf = (
  moments: readonly Moment[],
  {
    begins,
    endsAs,
  }: {
    begins: (moment: Moment, before: Moment | undefined) => boolean;
    endsAs: (moment: Moment) => 'met' | 'cancelled' | undefined;
  },
) => {
  const parts: { moments: readonly Moment[]; as?: 'met' | 'cancelled' | undefined }[] = [];
  let open: Moment[] | undefined;
  for (const [index, moment] of moments.entries()) {
    open?.push(moment);
    const as = open && endsAs(moment);
    if (open && as) {
      parts.push({ moments: open, as });
      open = undefined;
    } else if (begins(moment, moments[index - 1])) {
      if (open) parts.push({ moments: open, as: 'cancelled' });
      open = [moment];
    }
  }
  return open ? [...parts, { moments: open }] : parts;
};

const answeredAs = (moment: Moment): 'met' | 'cancelled' | undefined => {
  if (moment.status === 'cancelled') return 'cancelled';
  return moment.said === 'by-staff' || isSettled(moment) ? 'met' : undefined;
};

const settledAs = (moment: Moment): 'met' | 'cancelled' | undefined => {
  if (moment.status === 'cancelled') return 'cancelled';
  return isSettled(moment) ? 'met' : undefined;
};

const waitsOf = ({ pauses }: PinnedTerms, pausing: Pausing): readonly WaitingFor[] =>
  pauses[pausing];

/** Runs until staff say something to the customer, or settle it, which says something too. */
export const firstResponses = (moments: readonly Moment[], terms: PinnedTerms): Course[] =>
  partsOf(moments, { begins: (_, before) => before === undefined, endsAs: answeredAs }).map(
    (part) => courseOf(part.moments, waitsOf(terms, 'firstResponse'), part),
  );

/** Runs from the customer's latest word that has not been answered; there is none before the first response. */
export const nextResponses = (moments: readonly Moment[], terms: PinnedTerms): Course[] => {
  const first = moments.findIndex((moment) => answeredAs(moment) !== undefined);
  if (first === -1) return [];
  const begins = ({ said }: Moment) => said === 'by-customer';
  return partsOf(moments.slice(first + 1), { begins, endsAs: answeredAs }).map((part) =>
    courseOf(part.moments, waitsOf(terms, 'nextResponse'), part),
  );
};

/** Runs while there is something to solve: as a whole, or as far as one line holds it. */
export const resolutions = (
  moments: readonly Moment[],
  terms: PinnedTerms,
  line?: Line,
): Course[] => {
  const waits = waitsOf(terms, 'resolution');
  const isReopened = (moment: Moment, before: Moment | undefined) =>
    settledAs(moment) === undefined && (before === undefined || settledAs(before) !== undefined);
  if (terms.onReopening === 'restart')
    return partsOf(moments, { begins: isReopened, endsAs: settledAs }).map((part) =>
      courseOf(part.moments, waits, { ...part, line }),
    );
  const last = moments.findLastIndex((moment) => settledAs(moment) === undefined) + 1;
  const end = moments[last];
  const lasting = end ? moments.slice(0, last + 1) : moments;
  return [courseOf(lasting, waits, { as: end && settledAs(end), line })];
};
