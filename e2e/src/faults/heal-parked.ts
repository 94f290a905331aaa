import { startConsumers } from '@steward/bus';
import { openDatabase } from '@steward/persistence';
import { services } from '@steward/platform';
import type { Service } from '@steward/service';
import type { Ground } from './strikes/fault.ts';

const replayService = async ({ town, kafka }: Ground, service: Service): Promise<number> => {
  const { namespace, topicPrefix, stack } = town;
  const name = `${namespace}-${service.name}`;
  const database = await openDatabase({ url: stack.mongodbUrl, name });
  const doors = service.open({ database, now: () => new Date(), newId: () => '' });
  const consumers = await startConsumers({
    kafka,
    service: service.name,
    groupPrefix: namespace,
    topicPrefix,
    database,
    ...doors,
    log: () => undefined,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const parked = await database.collections.guards
      .find({ parkedFrom: { $exists: true } })
      .toArray();
    for (const { _id } of parked) await consumers.replay(_id);
    return parked.length;
  } finally {
    await consumers.stop();
    await database.close();
  }
};

/** Has every stream that is set aside taken up again; what cannot succeed now either stays aside. */
export const replayAllParked = async (ground: Ground): Promise<number> => {
  let replayed = 0;
  for (const service of services) replayed += await replayService(ground, service);
  return replayed;
};
