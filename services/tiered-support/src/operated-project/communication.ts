import type { ContactSide, PlannedContact } from '@steward/contracts';
import { percentOf } from './completeness.ts';
import type { OpenedProject } from './operated-project.ts';

const weekMs = 7 * 86_400_000;

/** What was planned from a moment on, until the next plan. */
export interface Plan {
  readonly from: string;
  readonly contacts: readonly PlannedContact[];
}

export interface HeldContact {
  readonly contactId: string;
  readonly side: ContactSide;
  readonly with: string;
  readonly at: string;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Window extends Span {
  readonly side: ContactSide;
  readonly with: string;
}

/** Who was, or is to be, spoken with. */
const nameOf = (one: { readonly side: ContactSide; readonly with: string }): string =>
  `${one.side} ${one.with}`;

/** Every window of one planned contact that begins in a span; they are counted from the day of going live. */
const windowsOf = (
  { side, with: whom, everyWeeks }: PlannedContact,
  liveMs: number,
  { fromMs, toMs }: Span,
): Window[] => {
  const lengthMs = everyWeeks * weekMs;
  const windows: Window[] = [];
  const firstMs = liveMs + Math.ceil((fromMs - liveMs) / lengthMs) * lengthMs;
  for (let startMs = firstMs; startMs < toMs; startMs += lengthMs)
    windows.push({ side, with: whom, fromMs: startMs, toMs: startMs + lengthMs });
  return windows;
};

/**
 * The windows that begin in a span, each under the plan that was there when it began. The first plan counts from
 * the day of going live: that nobody had made one yet is no excuse for not having spoken.
 */
export const plannedWindows = (plans: readonly Plan[], liveMs: number, span: Span): Window[] =>
  plans
    .flatMap(({ from, contacts }, index) => {
      const next = plans[index + 1];
      const plannedFromMs = index === 0 ? liveMs : Date.parse(from);
      const within = {
        fromMs: Math.max(span.fromMs, plannedFromMs, liveMs),
        toMs: next ? Math.min(span.toMs, Date.parse(next.from)) : span.toMs,
      };
      return contacts.flatMap((contact) => windowsOf(contact, liveMs, within));
    })
    .sort((one, other) => one.toMs - other.toMs || one.fromMs - other.fromMs);

/** Each contact covers one window, the one that ends first of those that it falls into. */
const cover = (windows: readonly Window[], held: readonly HeldContact[]) => {
  const free = Map.groupBy(
    held
      .map(({ at, ...one }) => ({ ...one, atMs: Date.parse(at) }))
      .sort((one, other) => one.atMs - other.atMs),
    nameOf,
  );
  return windows.map((window) => {
    const left = free.get(nameOf(window)) ?? [];
    const index = left.findIndex(({ atMs }) => atMs >= window.fromMs && atMs < window.toMs);
    const [contact] = index < 0 ? [] : left.splice(index, 1);
    return { ...window, contactId: contact?.contactId };
  });
};

const stateOf = (isCovered: boolean, isOver: boolean): 'covered' | 'missed' | 'open' => {
  if (isCovered) return 'covered';
  return isOver ? 'missed' : 'open';
};

const extentOf = (percent: number | undefined) => {
  if (percent === undefined || percent === 0) return 'none';
  return percent === 100 ? 'full' : 'limited';
};

/** Contacts that were planned and those that were held; what is not over yet can still be covered, and is not counted. */
export const communication = (
  { openedAt }: Pick<OpenedProject, 'openedAt'>,
  plans: readonly Plan[],
  held: readonly HeldContact[],
  span: Span,
) => {
  const planned = plannedWindows(plans, Date.parse(openedAt), span);
  const within = held.filter(({ at }) => {
    const atMs = Date.parse(at);
    return atMs >= span.fromMs && atMs < span.toMs;
  });
  const windows = cover(planned, within).map(({ fromMs, toMs, contactId, ...whom }) => ({
    ...whom,
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    state: stateOf(contactId !== undefined, toMs <= span.toMs),
    ...(contactId !== undefined && { contactId }),
  }));
  const counted = windows.filter(({ state }) => state !== 'open').length;
  const hits = windows.filter(({ state }) => state === 'covered').length;
  const percent = counted === 0 ? undefined : percentOf(hits, counted);
  return {
    planned: counted,
    covered: hits,
    besides: within.length - hits,
    ...(percent !== undefined && { percent }),
    extent: extentOf(percent),
    windows,
  } as const;
};

/** How far we know what a project needs now that it is in operation. */
export const understanding = ({ people, customisations, mechanisms }: OpenedProject) => {
  const assessment = mechanisms.assessment?.content;
  const training = mechanisms.training?.content;
  const known = {
    'who is there for it': people.length > 0,
    'what was customised': customisations.length > 0,
    'how it has done since':
      assessment?.mechanism === 'assessment' && assessment.score !== undefined,
    'who leads at the customer':
      training?.mechanism === 'training' && training.keyCustomers.length > 0,
    'whom to speak with, and how often': mechanisms.communication !== undefined,
  };
  const missing = Object.entries(known)
    .filter(([, isKnown]) => !isKnown)
    .map(([what]) => what);
  return { level: missing.length === 0 ? 'full' : 'partial', missing } as const;
};
