import { viewCollectionName } from '@steward/persistence';
import type { OpenService } from '../deployment.ts';
import { type Finding, wrong } from '../finding.ts';

/** Indexes that a promise or the pace of a service rests on, by collection, each as the fields in their order. */
const platformIndexes: Readonly<Record<string, readonly string[]>> = {
  events: ['topic,key,version', 'pending,lane,position'],
  receipts: ['at'],
  parked: ['guardId,version'],
};

const expectedOf = ({ database, projections }: OpenService): [string, readonly string[]][] => [
  ...Object.entries(platformIndexes),
  ...projections.map(({ name, indexes = [] }): [string, readonly string[]] => [
    viewCollectionName(name, database.generations.serving(name)),
    indexes.map((fields) => [...fields, '_id'].join(',')),
  ]),
];

const indexesOf = async ({ database }: OpenService, collection: string): Promise<string[]> => {
  const [known] = await database.client
    .db(database.name)
    .listCollections({ name: collection }, { nameOnly: true })
    .toArray();
  if (!known) return [];
  const indexes = await database.collection(collection).listIndexes().toArray();
  return indexes.map(({ key }) => Object.keys(key).join(','));
};

export const indexFindings = async (open: OpenService): Promise<Finding[]> => {
  const missing: string[] = [];
  for (const [collection, expected] of expectedOf(open)) {
    const there = await indexesOf(open, collection);
    missing.push(
      ...expected
        .filter((index) => !there.includes(index))
        .map((index) => `${collection} (${index})`),
    );
  }
  if (missing.length === 0) return [];
  return [
    wrong(
      `${open.service} indexes`,
      `these are missing: ${missing.join('; ')}`,
      `restart ${open.service}, which makes them`,
    ),
  ];
};
