import type { Platform, Service } from '@steward/service';

/** What a service opens, by name. */
export interface Manifest {
  readonly service: string;
  readonly nouns: readonly string[];
  readonly routes: readonly string[];
  readonly consumers: readonly { readonly name: string; readonly topics: readonly string[] }[];
  readonly readModels: readonly { readonly name: string; readonly topics: readonly string[] }[];
}

const inert = (): never => {
  throw new Error('Only the names of the doors are asked for; nobody goes through them');
};

/** Stands where the platform would, because a list of doors needs nobody behind them. */
const nobody = {
  database: { store: () => ({}), view: () => ({}), changeTogether: inert },
  now: inert,
  newId: inert,
} as unknown as Platform;

/** Reads the doors of a service from its own declaration. */
export const manifestOf = (service: Service): Manifest => {
  const { routes, consumers, projections } = service.open(nobody);
  return {
    service: service.name,
    nouns: service.nouns.map(({ topic }) => topic),
    routes: routes.map(({ contract }) => contract.name),
    consumers: consumers.map(({ name, topic }) => ({ name, topics: [topic] })),
    readModels: projections.map(({ name, nouns }) => ({
      name,
      topics: nouns.map(({ topic }) => topic),
    })),
  };
};
