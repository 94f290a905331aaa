import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceModel } from '../referee/model.ts';
import { groupIdOf } from '../referee/read-offsets.ts';
import type { Fault, Ground } from './fault.ts';
import { anyFirst, anyService } from './processes.ts';

const skewMsMax = 600_000;

const triesMax = 60;
const againMs = 500;

/** Kafka moves a group's offsets only once it has noticed that nobody is in the group any more. */
const whenEmpty = async (move: () => Promise<void>): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await move();
    } catch (error) {
      if (tries === triesMax) throw error;
      await sleep(againMs);
    }
  }
};

const toTheBeginning = async ({ kafka, town }: Ground, { entries }: ServiceModel) => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (const entry of entries)
      for (const topic of entry.topics)
        await whenEmpty(() =>
          admin.resetOffsets({
            groupId: groupIdOf(town.namespace, entry),
            topic: `${town.topicPrefix}${topic}`,
            earliest: true,
          }),
        );
  } finally {
    await admin.disconnect();
  }
};

/** Faults of what a process takes for granted: that it gets its turn, what time it is, where it had come to. */
export const assumptionFaults: readonly Fault[] = [
  {
    name: 'blocked-loop',
    kind: 'block',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      const lastsMs = chance.whole(200, 20_000);
      const blocked = slot.instruct({ blockLoopMs: lastsMs });
      return { what: `${slot.name} blocked for ${lastsMs} ms`, lastsMs, heal: () => blocked };
    },
  },
  {
    name: 'skewed-clock',
    kind: 'skew',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      const clockSkewMs = chance.whole(-skewMsMax, skewMsMax);
      const lastsMs = chance.whole(2_000, 15_000);
      await slot.instruct({ clockSkewMs });
      const heal = () => slot.instruct({ clockSkewMs: 0 });
      return { what: `the clock of ${slot.name} is ${clockSkewMs} ms ahead`, lastsMs, heal };
    },
  },
  {
    name: 'replayed-from-the-start',
    kind: 'replay',
    strike: async (ground, chance) => {
      const { name, slots } = anyService(ground.town, chance);
      const model = ground.models.find((each) => each.name === name);
      await Promise.all(slots.map((slot) => slot.stop()));
      const heal = async () => slots[0]?.start();
      if (model) await toTheBeginning(ground, model);
      return { what: `${name} reads its topics from the start`, lastsMs: 0, heal };
    },
  },
];
