import { Id, type TicketEvent } from '@steward/contracts';

/** A fact of a ticket with who wrote it down. */
export type ToldFact = TicketEvent & { readonly version: number; readonly actor: string };

/** The facts that tell who had to do with a ticket. */
export const typesOfHearers = [
  'TicketRaised',
  'TicketRouted',
  'TicketClaimed',
  'TicketWorkStarted',
  'TicketWaitStarted',
  'TicketMessageAdded',
] as const;

const hearerOf = ({ type, data, actor }: ToldFact): string | undefined => {
  if (type === 'TicketWorkStarted') return data.agent ?? actor;
  if (type === 'TicketWaitStarted') return data.agent;
  if (type === 'TicketRouted' || type === 'TicketClaimed') return data.agentId;
  return type === 'TicketMessageAdded' && data.from === 'staff' ? actor : undefined;
};

/** A program hears nothing, and other help desks write names that are nobody's id. */
const isPerson = (id: string | undefined): id is string =>
  Id.safeParse(id).success && !id?.startsWith('system:');

/** Staff who had been given a ticket, had worked on it, or answered in it, before a fact of it. */
export const heardByUntil = (facts: readonly ToldFact[], version: number): string[] => [
  ...new Set(
    facts
      .filter((fact) => fact.version < version)
      .map(hearerOf)
      .filter(isPerson),
  ),
];

export const isBroughtIn = (facts: readonly ToldFact[]): boolean =>
  facts.some(({ type, data }) => type === 'TicketRaised' && data.isBroughtIn === true);
