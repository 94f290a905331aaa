import { type Database, type ReadModelRow, viewCollectionName } from '@steward/persistence';
import { forgetAsked } from './asked-since.ts';
import { type BuildOptions, type BuildOutcome, buildGeneration } from './build-generation.ts';
import type { AnyProjection } from './declare.ts';
import { consumerNameOf } from './entries.ts';
import { membersOf, withAdmin } from './group-places.ts';
import { parkedRows } from './parked.ts';
import { groupOf } from './start-entry.ts';

export type DropOptions = Pick<BuildOptions, 'kafka' | 'service' | 'groupPrefix' | 'database'>;

/** A generation may not go while somebody still takes events into it. */
export class GenerationInUse extends Error {
  override readonly name = 'GenerationInUse';
}

/** Guards and what is set aside begin with the consumer's name: a range of the index, not a search. */
const beginningWith = (consumer: string) => ({ $gte: `${consumer}|`, $lt: `${consumer}}` });

const dropRows = async (
  { database, service }: { readonly database: Database; readonly service: string },
  name: string,
  generation: number,
) => {
  const consumer = consumerNameOf(service, name, generation);
  await database.collections.guards.deleteMany({ _id: beginningWith(consumer) });
  await forgetAsked(database, consumer);
  await parkedRows(database).deleteMany({ consumer });
  await database.collection(viewCollectionName(name, generation)).drop();
};

/** Deletes the generations that were marked for it; what a kill leaves half deleted is deleted the next time. */
const dropMarked = async ({ name }: AnyProjection, options: DropOptions): Promise<number[]> => {
  const { generations } = options.database;
  const { dropping = [] } = await generations.read(name);
  await withAdmin(options.kafka, async (admin) => {
    for (const generation of dropping) {
      const groupId = groupOf(options, name, generation);
      if ((await membersOf(admin, groupId)) > 0)
        throw new GenerationInUse(
          `Generation ${generation} of ${name} is still being taken in by ${groupId}: try again in a moment`,
        );
      const { groups } = await admin.listGroups();
      if (groups.some((group) => group.groupId === groupId)) await admin.deleteGroups([groupId]);
      await dropRows(options, name, generation);
      await generations.dropped(name, generation);
    }
  });
  return [...dropping];
};

/** Deletes the generation that served before; answers the generations that are gone. */
export const dropPreviousGeneration = async (
  projection: AnyProjection,
  options: DropOptions,
): Promise<number[]> => {
  await options.database.generations.forgetPrevious(projection.name);
  return dropMarked(projection, options);
};

/**
 * Builds a read model anew from the beginning of its topics while readers have the old one, and lets them
 * have the new one once it has caught up. A build that was begun before goes on, unless it is to be `anew`.
 */
export const rebuildReadModel = async (
  projection: AnyProjection,
  options: BuildOptions & { readonly anew?: boolean },
): Promise<BuildOutcome> => {
  const { generations } = options.database;
  const { building } = await generations.read(projection.name);
  if (options.anew) await generations.abandon(projection.name);
  // What served before the one that serves makes room for the one that is to come.
  if (building === undefined || options.anew) await dropPreviousGeneration(projection, options);
  const generation = await generations.begin(projection.name);
  return buildGeneration(projection, generation, 'building', options);
};

/** Goes back to the generation that served before, once it has taken in what came since. */
export const serveGeneration = async (
  projection: AnyProjection,
  generation: number,
  options: BuildOptions,
): Promise<BuildOutcome> => {
  const row: ReadModelRow = await options.database.generations.read(projection.name);
  if (row.serving === generation) return { outcome: 'serves', generation, parked: 0 };
  if (row.previous !== generation)
    throw new Error(
      `Generation ${generation} of ${projection.name} is not one that could serve: ${row.serving} serves` +
        (row.previous === undefined ? ', and none is kept' : `, and ${row.previous} is kept`),
    );
  return buildGeneration(projection, generation, 'previous', options);
};
