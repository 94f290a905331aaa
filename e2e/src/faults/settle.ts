import { setTimeout as sleep } from 'node:timers/promises';
import { countPending } from './referee/read-databases.ts';
import { endsOf } from './referee/read-log.ts';
import { committedOf } from './referee/read-offsets.ts';
import type { Ground } from './strikes/fault.ts';

/** What still has to be published, and what still has to be taken in; or why that cannot be told. */
export interface Remainder {
  readonly pending?: number;
  readonly lag?: Readonly<Record<string, number>>;
  readonly error?: string;
}

const everyMs = 250;

const lagsOf = async ({ town, models, kafka }: Ground): Promise<Record<string, number>> => {
  const { namespace, topicPrefix } = town;
  const entries = models.flatMap((model) => model.entries);
  const topics = [...new Set(entries.flatMap((entry) => entry.topics))];
  const ends = await endsOf(
    kafka,
    topics.map((topic) => `${topicPrefix}${topic}`),
  );
  const admin = kafka.admin();
  await admin.connect();
  try {
    const lags: Record<string, number> = {};
    for (const entry of entries) {
      const told = new Map(
        (await committedOf({ admin, namespace, topicPrefix }, entry)).map(
          ({ topic, partition, offset }) => [`${topicPrefix}${topic}/${partition}`, offset],
        ),
      );
      const own = [...ends].filter(([place]) =>
        entry.topics.some((topic) => place.startsWith(`${topicPrefix}${topic}/`)),
      );
      const lag = own.reduce((sum, [place, end]) => sum + end - (told.get(place) ?? 0), 0);
      if (lag > 0) lags[entry.name] = lag;
    }
    return lags;
  } finally {
    await admin.disconnect();
  }
};

const remainderOf = async (ground: Ground): Promise<Remainder> => {
  try {
    const pending = await countPending(ground.client, ground.town.namespace, ground.models);
    return { pending, lag: await lagsOf(ground) };
  } catch (error) {
    // A server that has only just come back may have to be asked again.
    return { error: String(error) };
  }
};

const isRest = ({ pending, lag }: Remainder): boolean =>
  pending === 0 && lag !== undefined && Object.keys(lag).length === 0;

/** Waits until nothing is left to be published or taken in; answers how long that took, or what is left. */
export const settle = async (
  ground: Ground,
  secondsMax: number,
): Promise<{ readonly seconds: number; readonly left?: Remainder }> => {
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1_000;
  for (;;) {
    const left = await remainderOf(ground);
    if (isRest(left)) return { seconds: seconds() };
    if (seconds() > secondsMax) return { seconds: seconds(), left };
    await sleep(everyMs);
  }
};
