import { type Advantage, type Considered, LeftOut } from '@steward/contracts';
import {
  type Candidate,
  leaveAt,
  leftOutBecause,
  servesDesk,
  type Wanted,
} from '../support-agent/left-out.ts';
import { loadOf } from '../support-agent/support-agent.ts';

/** Whom a customer had better be served by. */
export interface Favoured {
  /** Those whom the customer knows, the one who knows it best first. */
  readonly known: readonly string[];
  readonly segment?: string | undefined;
}

interface Told {
  readonly considered: Considered[];
}

export type Choice =
  | (Told & { readonly agentId: string; readonly why: Advantage })
  | (Told & {
      readonly agentId?: undefined;
      readonly reason: LeftOut | 'nobody-serves-the-desk';
      readonly nextRoutingAt?: string | undefined;
    });

/** So many tell enough of a choice. */
const consideredMax = 50;

/** One who can take the ticket, with all that they are compared by. */
interface Able {
  readonly agentId: string;
  readonly known: number | undefined;
  readonly isSpecialist: boolean;
  readonly freeUnits: number;
  readonly capacityUnits: number;
  readonly idleSince: string;
}

const ableOf = ({ agent }: Candidate, { known, segment }: Favoured): Able => {
  const place = known.indexOf(agent.agentId);
  return {
    agentId: agent.agentId,
    known: place < 0 ? undefined : place,
    isSpecialist: segment !== undefined && agent.segments.includes(segment),
    freeUnits: agent.capacityUnits - loadOf(agent),
    capacityUnits: agent.capacityUnits,
    idleSince: agent.idleSince,
  };
};

const freeShare = ({ freeUnits, capacityUnits }: Able): number => freeUnits / capacityUnits;
const strangerPlace = Number.MAX_SAFE_INTEGER;
const placeOf = ({ known = strangerPlace }: Able): number => known;

/** By what two are told apart: each row counts only between those whom all rows before it find equal. */
const orders: readonly (readonly [Advantage, (one: Able, other: Able) => number])[] = [
  ['known-to-the-customer', (one, other) => placeOf(one) - placeOf(other)],
  [
    'specialist-of-the-segment',
    (one, other) => Number(other.isSpecialist) - Number(one.isSpecialist),
  ],
  ['most-available', (one, other) => freeShare(other) - freeShare(one)],
  ['longest-idle', (one, other) => Date.parse(one.idleSince) - Date.parse(other.idleSince)],
  // The same one each time, so that nobody has to guess.
  ['first-by-id', (one, other) => (one.agentId < other.agentId ? -1 : 1)],
];

const difference = (one: Able, other: Able) => {
  for (const [why, compare] of orders) {
    const by = compare(one, other);
    if (by !== 0) return { why, by };
  }
  return { why: 'first-by-id' as const, by: 0 };
};

/** When something is known to change for those who are left out. */
const nextChange = (
  candidates: readonly Candidate[],
  { at }: Wanted,
  nextDropAt: string | undefined,
): string | undefined => {
  const moments = candidates
    .flatMap(({ agent, opensAt }) => [opensAt, leaveAt(agent, at)?.to])
    .concat(nextDropAt)
    .filter((moment) => moment !== undefined);
  return moments.sort((one, other) => Date.parse(one) - Date.parse(other))[0];
};

const nearest = (leftOut: readonly LeftOut[]): LeftOut | undefined =>
  LeftOut.options.findLast((reason) => leftOut.includes(reason));

/**
 * Who gets a ticket, by what they can do and by nothing else: whoever asks twice, in whatever order the candidates
 * come, hears the same. Nobody's reason is that of whoever came nearest.
 */
export const chooseAgent = (
  candidates: readonly Candidate[],
  wanted: Wanted,
  { nextDropAt, ...favoured }: Favoured & { readonly nextDropAt?: string | undefined },
): Choice => {
  const serving = candidates.filter(({ agent }) => servesDesk(agent, wanted.desk));
  const judged = serving.map((candidate) => ({
    candidate,
    leftOut: leftOutBecause(candidate, wanted),
  }));
  const able = judged
    .filter(({ leftOut }) => leftOut === undefined)
    .map(({ candidate }) => ableOf(candidate, favoured))
    .sort((one, other) => difference(one, other).by);
  const out = judged
    .flatMap(({ candidate: { agent }, leftOut }) =>
      leftOut ? [{ agentId: agent.agentId, leftOut }] : [],
    )
    .sort((one, other) => (one.agentId < other.agentId ? -1 : 1));
  const considered = [...able, ...out].slice(0, consideredMax);
  const [best, second] = able;
  if (best) {
    const why = second ? difference(best, second).why : 'the-only-one';
    return { agentId: best.agentId, why, considered };
  }
  const reason = nearest(out.map(({ leftOut }) => leftOut)) ?? 'nobody-serves-the-desk';
  return { reason, nextRoutingAt: nextChange(serving, wanted, nextDropAt), considered };
};
