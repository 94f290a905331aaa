import type { Chance } from '../chance.ts';
import type { Slot } from '../town/slot.ts';
import { gatewayName, type Town } from '../town/town.ts';
import { type Fault, nothingToHeal } from './fault.ts';

/** The first replica of any program: it is meant to run from the beginning of a run to its end. */
export const anyFirst = (town: Town, chance: Chance): Slot => {
  const [slot] = chance.pick(town.programs).slots;
  if (!slot) throw new Error('A program without replicas');
  return slot;
};

export const anyService = (town: Town, chance: Chance) =>
  chance.pick(town.programs.filter(({ name }) => name !== gatewayName));

const allFirst = (town: Town): readonly Slot[] =>
  town.programs.flatMap(({ slots }) => slots.slice(0, 1));

/** Faults of the processes of the platform itself. */
export const processFaults: readonly Fault[] = [
  {
    name: 'kill-one',
    kind: 'kill',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      slot.signal('SIGKILL');
      return { what: `SIGKILL to ${slot.name}`, lastsMs: 0, heal: () => slot.untilReady() };
    },
  },
  {
    name: 'kill-all',
    kind: 'kill',
    strike: async ({ town }) => {
      for (const slot of town.running()) slot.signal('SIGKILL');
      const heal = async () => {
        await Promise.all(town.running().map((slot) => slot.untilReady()));
      };
      return { what: 'SIGKILL to every process at once', lastsMs: 0, heal };
    },
  },
  {
    name: 'pause-one',
    kind: 'pause',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      const lastsMs = chance.whole(500, 20_000);
      slot.signal('SIGSTOP');
      const heal = async () => slot.signal('SIGCONT');
      return { what: `SIGSTOP to ${slot.name} for ${lastsMs} ms`, lastsMs, heal };
    },
  },
  {
    name: 'pause-all',
    kind: 'pause',
    strike: async ({ town }, chance) => {
      const lastsMs = chance.whole(500, 8_000);
      for (const slot of allFirst(town)) slot.signal('SIGSTOP');
      const heal = async () => {
        for (const slot of allFirst(town)) slot.signal('SIGCONT');
      };
      return { what: `SIGSTOP to every process for ${lastsMs} ms`, lastsMs, heal };
    },
  },
  {
    name: 'stop-one',
    kind: 'stop',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      slot.signal('SIGTERM');
      return { what: `SIGTERM to ${slot.name} under load`, lastsMs: 0, heal: nothingToHeal };
    },
  },
  {
    name: 'stop-then-kill',
    kind: 'stop',
    strike: async ({ town }, chance) => {
      const slot = anyFirst(town, chance);
      const lastsMs = chance.whole(20, 1_500);
      slot.signal('SIGTERM');
      const heal = async () => slot.signal('SIGKILL');
      return { what: `SIGTERM to ${slot.name}, SIGKILL ${lastsMs} ms later`, lastsMs, heal };
    },
  },
  {
    name: 'scale',
    kind: 'scale',
    strike: async ({ town }, chance) => {
      const { name, slots } = anyService(town, chance);
      const added = slots.slice(1, chance.whole(2, slots.length));
      await Promise.all(added.map((slot) => slot.start()));
      const lastsMs = chance.whole(2_000, 12_000);
      const signal = chance.pick(['SIGTERM', 'SIGKILL'] as const);
      const heal = async () => {
        await Promise.all(added.map((slot) => slot.stop(signal)));
      };
      const what = `${name} with ${added.length + 1} replicas for ${lastsMs} ms, then ${signal}`;
      return { what, lastsMs, heal };
    },
  },
  {
    name: 'lag',
    kind: 'lag',
    strike: async ({ town }, chance) => {
      const { name, slots } = anyService(town, chance);
      const lastsMs = chance.whole(5_000, 20_000);
      await Promise.all(slots.map((slot) => slot.stop()));
      const heal = async () => slots[0]?.start();
      return { what: `${name} stopped for ${lastsMs} ms under load`, lastsMs, heal };
    },
  },
];
