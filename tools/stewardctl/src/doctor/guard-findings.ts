import { nouns } from '@steward/contracts';
import type { OpenService } from '../deployment.ts';
import { type Finding, wrong } from '../finding.ts';

interface Sampled {
  readonly guardId: string;
  readonly topic: string;
  readonly key: string;
  readonly version: number;
}

const sampleOf = async ({ database }: OpenService, size: number): Promise<Sampled[]> => {
  if (size === 0) return [];
  const guards = await database.collections.guards
    .aggregate<{ _id: string; version: number }>([{ $sample: { size } }])
    .toArray();
  return guards.flatMap(({ _id, version }) => {
    const [, topic = '', ...key] = _id.split('|');
    return nouns.some((noun) => noun.topic === topic)
      ? [{ guardId: _id, topic, key: key.join('|'), version }]
      : [];
  });
};

/** The last version of each aggregate as the service that owns it has it. */
const lastVersions = async (
  owner: OpenService,
  topic: string,
  keys: readonly string[],
): Promise<Map<string, number>> => {
  const found = await owner.database.collections.events
    .aggregate<{ _id: string; last: number }>([
      { $match: { topic, key: { $in: [...keys] } } },
      { $group: { _id: '$key', last: { $max: '$version' } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, last }) => [_id, last]));
};

/** A guard ahead of its aggregate's history has seen events that are gone: it would drop those that come again. */
export const guardFindings = async (
  open: OpenService,
  all: readonly OpenService[],
  sampleSize: number,
): Promise<Finding[]> => {
  const byTopic = Map.groupBy(await sampleOf(open, sampleSize), ({ topic }) => topic);
  const ahead: Sampled[] = [];
  for (const [topic, sampled] of byTopic) {
    const owner = all.find(({ service }) => topic.startsWith(`${service}.`));
    if (!owner) continue;
    const last = await lastVersions(
      owner,
      topic,
      sampled.map(({ key }) => key),
    );
    ahead.push(...sampled.filter(({ key, version }) => version > (last.get(key) ?? 0)));
  }
  const [example] = ahead;
  if (!example) return [];
  return [
    wrong(
      `${open.service} guards`,
      `${ahead.length} are ahead of the history, such as ${example.guardId} at version ${example.version}`,
      'a database was restored from an older copy than another: restore all from one moment, or rebuild read models',
    ),
  ];
};
