import type { EventRow } from '@steward/persistence';
import type { Facts, Invariant, LogEntry } from './facts.ts';
import { differenceOf } from './same.ts';
import { standings } from './standing.ts';

interface Line {
  readonly offeringId: string;
}

/** Offerings that run on after the sale; what is paid once does not. */
const recurringOf = ({ services }: Facts): ReadonlySet<string> =>
  new Set(
    services
      .flatMap(({ events }) => events)
      .filter(({ wire }) => wire === 'service-productization.offering.published.v1')
      .filter(({ body }) => JSON.parse(body).price.per !== 'once')
      .map(({ key }) => key),
  );

type Effects = (event: LogEntry, recurring: ReadonlySet<string>) => readonly string[];

/** What each consumer has to bring about, written down here a second time and by other means. */
const rules: Readonly<Record<string, Effects>> = {
  'opportunity.placeOrderOnOpportunityWon': ({ key }) => [`opportunity.order/${key}`],
  'opportunity.planSolutionOnOpportunityWon': ({ key }) => [`opportunity.solution/${key}`],
  'service-productization.startSubscriptionsOnOpportunityWon': ({ key, body }, recurring) => {
    const lines: Line[] = JSON.parse(body).lines;
    const sold = new Set(lines.map(({ offeringId }) => offeringId));
    return [...sold]
      .filter((offeringId) => recurring.has(offeringId))
      .map((offeringId) => `service-productization.subscription/${key}-${offeringId}`);
  },
  'tiered-support.openProjectOnSolutionWentLive': ({ key }) => [
    `tiered-support.operated-project/${key}`,
  ],
  // Nobody links follow-ons here, so every outcome is kept.
  'tiered-support.noteOutcomeOfOpportunity': ({ key }) => [`tiered-support.follow-on/${key}`],
};

/**
 * Consumers that have nothing to do here: nobody serves tickets by name, promises or asks anything, is entitled to
 * anything, sets tasks or talks of needs, and a sign of life is noted once an hour at most.
 */
const idle: ReadonlySet<string> = new Set([
  'opportunity.discoverOpportunityOnNeedAccepted',
  'service-productization.proposeOfferingOnNeedAccepted',
  ...[
    'noteActivityOfTicket',
    'startEscalationsOfTicket',
    'startEscalationsOnSilenceNoticed',
    'endEscalationsOfTicket',
    'escalateTicketOnEscalationStepTaken',
    'routeTicketAtDesk',
    'letGoOfTicket',
    'openEntitlementOnSubscriptionStarted',
    'chargeHoursOnTicketResolved',
    'returnChargeOfTicket',
    'endTasksOfTicket',
    'offerSurveyOnTicketResolved',
    'cancelSurveyOnTicketReopened',
    'rateTicketOnSurveyAnswered',
    'hearOutsourcerOnEntryTaken',
    'findNeedsInConversation',
    'findNeedsOnTicketMessageAdded',
    'followNeedToOutcome',
    'followNeedToOffering',
  ].map((name) => `tiered-support.${name}`),
]);

const expectedEffects = (facts: Facts): string[] => {
  const recurring = recurringOf(facts);
  return standings(facts).flatMap(({ entry, applied }) => {
    const { consumer, name } = entry;
    if (!consumer) return [];
    if (idle.has(name)) return [];
    const effects = rules[name];
    if (!effects) throw new Error(`The referee does not know what ${name} has to do`);
    return applied
      .filter(({ wire }) => consumer.contracts.some((asked) => asked.wire === wire))
      .flatMap((event) =>
        effects(event, recurring).map(
          (effect) => `${name}: ${effect} because of ${event.id} for ${event.correlationId}`,
        ),
      );
  });
};

const effectOf = ({ actor, topic, key, causationId, correlationId }: EventRow): string =>
  `${actor.slice('system:'.length)}: ${topic}/${key} because of ${causationId} for ${correlationId}`;

/** Everything that has to follow from an event is there, once, and nothing follows that does not have to. */
export const effectsHappenOnce: Invariant = (facts) => {
  const caused = facts.services
    .flatMap(({ events }) => events)
    .filter(({ causationId }) => causationId !== undefined);
  const difference = differenceOf(expectedEffects(facts), caused.map(effectOf));
  return difference ? [{ what: 'effects and causes differ', evidence: difference }] : [];
};
