import type { AnyProjection, Consumer } from '@steward/bus';
import type { NounContract } from '@steward/contracts';
import type { Aggregate } from '@steward/domain';
import type { AnyEvent, Database, Store, View } from '@steward/persistence';
import type { Service } from '@steward/service';

export type AnyAggregate = Aggregate<unknown, AnyEvent>;

/** What a service owns and listens to, in its own words: the referee folds with the service's own rules. */
export interface ServiceModel {
  readonly name: string;
  readonly nouns: readonly { readonly noun: NounContract; readonly aggregate: AnyAggregate }[];
  readonly entries: readonly Entry[];
}

/** A consumer or a read model: one consumer group, with a guard for each stream that it hears. */
export interface Entry {
  /** `<service>.<entry>`, as guards and actors call it. */
  readonly name: string;
  readonly service: string;
  readonly topics: readonly string[];
  readonly consumer?: Consumer;
  readonly projection?: AnyProjection;
}

const entryOf = (service: string, declared: Consumer | AnyProjection): Entry => {
  const name = `${service}.${declared.name}`;
  return 'kind' in declared
    ? {
        name,
        service,
        topics: [declared.topic],
        consumer: declared,
      }
    : {
        name,
        service,
        topics: declared.nouns.map(({ topic }) => topic),
        projection: declared,
      };
};

/** Opens a service on a database that only notes which aggregates it is asked for. */
export const modelOf = (service: Service): ServiceModel => {
  const nouns: { noun: NounContract; aggregate: AnyAggregate }[] = [];
  const database = {
    store: (noun: NounContract, aggregate: AnyAggregate) => {
      nouns.push({ noun, aggregate });
      return {} as Store<unknown, AnyEvent>;
    },
    view: () => ({}) as View<object>,
  } as unknown as Database;
  const doors = service.open({ database, now: () => new Date(), newId: () => '' });
  const declared = [...doors.consumers, ...doors.projections];
  return {
    name: service.name,
    nouns,
    entries: declared.map((entry) => entryOf(service.name, entry)),
  };
};
