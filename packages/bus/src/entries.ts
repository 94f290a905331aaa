import type { EventContract, NounContract } from '@steward/contracts';
import { viewCollectionName } from '@steward/persistence';
import { askedSince } from './asked-since.ts';
import type { AnyProjection, Consumer } from './declare.ts';
import { deliver } from './deliver.ts';
import type { Process, ProcessingContext } from './processing.ts';
import { project } from './project.ts';
import { everyFact, factsAskedFor, type StreamOrder } from './stream-order.ts';

const first = 1;

/** What a service declares to listen to. */
export interface Entries {
  readonly service: string;
  readonly consumers: readonly Consumer[];
  readonly projections: readonly AnyProjection[];
}

export type Entry = Consumer | AnyProjection;

export const isProjection = (entry: Entry): entry is AnyProjection => !('kind' in entry);

/** Names guards, groups and what is set aside; a later generation of a read model has its own of each. */
export const consumerNameOf = (service: string, entry: string, generation = first): string =>
  generation === first ? `${service}.${entry}` : `${service}.${entry}@${generation}`;

export const topicsOf = (entry: Entry): string[] =>
  isProjection(entry) ? entry.nouns.map(({ topic }: NounContract) => topic) : [entry.topic];

/** What an entry asks for by name; nothing where it asks for all that there is. */
const askedBy = (entry: Entry): readonly EventContract[] | undefined =>
  isProjection(entry) ? entry.facts : entry.contracts;

const orderOf = async (
  entry: Entry,
  consumer: string,
  context: ProcessingContext,
): Promise<StreamOrder> => {
  const wires = askedBy(entry)?.map(({ wire }) => wire);
  const isOwn = topicsOf(entry).every((topic) => topic.startsWith(`${context.service}.`));
  if (!isOwn || !wires) return everyFact;
  return factsAskedFor(await askedSince(context.database, consumer, wires), context);
};

/** How an entry takes streams in. */
export interface Intake {
  readonly process: Process;
  readonly order: StreamOrder;
}

export const intakeOf = async (
  entry: Entry,
  consumer: string,
  context: ProcessingContext,
  generation = first,
): Promise<Intake> => {
  const order = await orderOf(entry, consumer, context);
  if (!isProjection(entry)) return { process: deliver(entry, consumer, order, context), order };
  const collection = viewCollectionName(entry.name, generation);
  return { process: project(entry, { consumer, collection, order }, context), order };
};

/** The entry that a stream belongs to, with the generation where it is one of a read model. */
export const entryOfStream = (
  { service, consumers, projections }: Entries,
  guardId: string,
): { readonly entry: Entry; readonly consumer: string; readonly generation: number } => {
  const consumer = guardId.slice(0, Math.max(0, guardId.indexOf('|')));
  const [plain = '', generation = `${first}`] = consumer.split('@');
  const entry = [...consumers, ...projections].find(
    ({ name }) => consumerNameOf(service, name) === plain,
  );
  if (!entry) throw new Error(`${guardId} is not a stream of a consumer of ${service}`);
  return { entry, consumer, generation: Number(generation) };
};
