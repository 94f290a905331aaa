import { streamOperations } from '@steward/bus';
import { openDatabase } from '@steward/persistence';
import { services } from '@steward/platform';
import type { Service } from '@steward/service';
import type { Ground } from './strikes/fault.ts';

const replayService = async ({ town }: Ground, service: Service): Promise<number> => {
  const { namespace, stack } = town;
  const name = `${namespace}-${service.name}`;
  const database = await openDatabase({ url: stack.mongodbUrl, name });
  try {
    const { consumers, projections } = service.open({
      database,
      now: () => new Date(),
      newId: () => '',
    });
    const streams = streamOperations({
      service: service.name,
      database,
      consumers,
      projections,
      log: () => undefined,
      signal: new AbortController().signal,
    });
    const parked = await database.collections.guards
      .find({ parkedFrom: { $exists: true } })
      .toArray();
    for (const { _id } of parked) await streams.replay(_id);
    return parked.length;
  } finally {
    await database.close();
  }
};

/** Has every stream that is set aside taken up again; what cannot succeed now either stays aside. */
export const replayAllParked = async (ground: Ground): Promise<number> => {
  let replayed = 0;
  for (const service of services) replayed += await replayService(ground, service);
  return replayed;
};
