import { type AnyProjection, consumerNameOf, groupsSeen, parkedRows } from '@steward/bus';
import { viewCollectionName } from '@steward/persistence';
import type { Deployment, OpenService } from './deployment.ts';
import { table } from './table.ts';

/** One generation of a read model. */
export interface GenerationSeen {
  readonly service: string;
  readonly name: string;
  readonly generation: number;
  readonly role: 'serving' | 'building' | 'previous';
  readonly rows: number;
  readonly lag: number;
  readonly members: number;
  readonly parked: number;
  readonly servingSince?: Date;
}

const generationsOf = async (open: OpenService, { name, nouns }: AnyProjection) => {
  const row = await open.database.generations.read(name);
  const roles = ['serving', 'building', 'previous'] as const;
  return roles.flatMap((role) => {
    const generation = row[role];
    const since = role === 'serving' && row.servingSince ? { servingSince: row.servingSince } : {};
    return generation === undefined ? [] : [{ name, nouns, role, generation, ...since }];
  });
};

export const listReadModels = async (
  at: Deployment,
  services: readonly OpenService[],
): Promise<GenerationSeen[]> => {
  const found = await Promise.all(
    services.map(async (open) => {
      const ofModels = await Promise.all(
        open.projections.map((projection) => generationsOf(open, projection)),
      );
      return ofModels.flat().map((generation) => ({ open, ...generation }));
    }),
  );
  const all = found.flat().map((generation) => ({
    ...generation,
    consumer: consumerNameOf(generation.open.service, generation.name, generation.generation),
  }));
  const groups = await groupsSeen(
    at.kafka,
    all.map(({ consumer, nouns }) => ({
      groupId: `${at.namespace}.${consumer}`,
      topics: nouns.map(({ topic }) => `${at.topicPrefix}${topic}`),
    })),
  );
  return Promise.all(
    all.map(async ({ open, nouns: _, consumer, ...generation }, index) => ({
      service: open.service,
      ...generation,
      rows: await open.database
        .collection(viewCollectionName(generation.name, generation.generation))
        .estimatedDocumentCount(),
      lag: groups[index]?.lag ?? 0,
      members: groups[index]?.members ?? 0,
      parked: await parkedRows(open.database).countDocuments({ consumer }),
    })),
  );
};

export const readModelsText = (models: readonly GenerationSeen[]): string =>
  table(
    [
      { name: 'read model', of: ({ service, name }) => `${service}/${name}` },
      { name: 'generation', of: ({ generation }) => generation },
      { name: 'role', of: ({ role }) => role },
      { name: 'rows', of: ({ rows }) => rows },
      { name: 'lag', of: ({ lag }) => lag },
      { name: 'members', of: ({ members }) => members },
      { name: 'parked', of: ({ parked }) => parked },
      { name: 'since', of: ({ servingSince }) => servingSince?.toISOString() },
    ],
    models,
  );
