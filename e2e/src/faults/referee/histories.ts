import type { AnyEvent, EventRow, StateRow } from '@steward/persistence';
import type { Invariant, ServiceFacts } from './facts.ts';
import { isSame } from './same.ts';
import { streamIdOf } from './streams.ts';

const historiesOf = ({ events }: ServiceFacts) =>
  Map.groupBy(
    events.toSorted((one, other) => one.version - other.version),
    streamIdOf,
  );

/** The versions of an aggregate are 1, 2, 3 … */
export const historiesHaveNoGap: Invariant = ({ services }) =>
  services.flatMap((service) =>
    [...historiesOf(service)].flatMap(([stream, events]) => {
      const versions = events.map(({ version }) => version);
      return versions.every((version, index) => version === index + 1)
        ? []
        : [{ what: `the history of ${stream} is not 1, 2, 3 …`, evidence: versions }];
    }),
  );

const folded = (
  { model }: ServiceFacts,
  topic: string,
  events: readonly EventRow[],
): { readonly version: number; readonly state: unknown } => {
  const owned = model.nouns.find(({ noun }) => noun.topic === topic);
  if (!owned) throw new Error(`${model.name} does not own ${topic}`);
  const { noun, aggregate } = owned;
  const state = events.reduce((before, { wire, body }) => {
    const type = noun.events.find((contract) => contract.wire === wire)?.type ?? wire;
    const event: AnyEvent = { type, data: JSON.parse(body) };
    return aggregate.evolve(before, event);
  }, aggregate.initial);
  return { version: events.length, state };
};

const faultsOfNoun = (service: ServiceFacts, topic: string, states: readonly StateRow[]) => {
  const histories = historiesOf(service);
  const left = new Set([...histories.keys()].filter((stream) => stream.startsWith(`${topic}/`)));
  const wrong = states.flatMap(({ _id, version, state }) => {
    const stream = `${topic}/${_id}`;
    left.delete(stream);
    const expected = folded(service, topic, histories.get(stream) ?? []);
    return isSame(expected, { version, state })
      ? []
      : [
          {
            what: `the state of ${stream} is not what its history came to`,
            evidence: { expected, found: { version, state } },
          },
        ];
  });
  const stateless = [...left].map((stream) => ({ what: `${stream} has a history and no state` }));
  return [...wrong, ...stateless];
};

/** Each state is what the events of its aggregate came to, and each history has its state. */
export const statesAreFolds: Invariant = ({ services }) =>
  services.flatMap((service) =>
    [...service.states].flatMap(([topic, states]) => faultsOfNoun(service, topic, states)),
  );

/** Nothing waits for the broker any longer. */
export const nothingIsPending: Invariant = ({ services }) =>
  services.flatMap(({ events }) =>
    events
      .filter(({ pending }) => pending)
      .map((event) => ({
        what: `${streamIdOf(event)} has an event that was not published`,
        evidence: event,
      })),
  );
