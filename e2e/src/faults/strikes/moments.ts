import { startServer, stopServer } from '@steward/local';
import type { Moment } from '@steward/persistence';
import type { Chance } from '../chance.ts';
import type { Slot } from '../town/slot.ts';
import { type Fault, type Ground, nothingToHeal } from './fault.ts';
import { poisonWith } from './poison.ts';

/** Which services come to a moment by themselves under load, and what brings it about where none does. */
interface Occasion {
  readonly moment: Moment;
  readonly services: readonly string[];
  /** How often it may pass before it strikes. */
  readonly afterMax: number;
  readonly provoke?: (ground: Ground, slot: Slot, chance: Chance) => Promise<void>;
}

const deciders = ['account', 'opportunity', 'service-productization', 'tiered-support'];
const listeners = [...deciders, 'data-service'];
const projecting = ['account', 'opportunity', 'data-service'];

/** A second replica comes and goes, and the group shares its partitions out anew each time. */
const rebalance = async ({ town }: Ground, slot: Slot) => {
  const second = town.programs.find(({ slots }) => slots.includes(slot))?.slots[1];
  await second?.start();
  await second?.stop();
};

/** While Kafka is away more piles up than one request may hold. */
const pileUp = async ({ town, load }: Ground) => {
  await stopServer(town.stack.name, 'kafka');
  await load.burst();
  await startServer(town.stack.name, 'kafka');
};

const occasions: readonly Occasion[] = [
  { moment: 'before-commit', services: deciders, afterMax: 20 },
  { moment: 'after-commit', services: deciders, afterMax: 20 },
  { moment: 'before-publish', services: deciders, afterMax: 20 },
  { moment: 'between-requests', services: ['account'], afterMax: 1, provoke: pileUp },
  { moment: 'before-mark', services: deciders, afterMax: 20 },
  { moment: 'before-effect-commit', services: projecting, afterMax: 20 },
  { moment: 'before-offset-commit', services: listeners, afterMax: 5 },
  { moment: 'during-rebalance', services: listeners, afterMax: 2, provoke: rebalance },
  {
    moment: 'during-replay',
    services: ['account', 'data-service'],
    afterMax: 1,
    provoke: async (ground, _slot, chance) => {
      await poisonWith(ground, chance, 'gap-that-is-filled');
    },
  },
  {
    moment: 'during-stop',
    services: listeners,
    afterMax: 1,
    provoke: async (_ground, slot) => slot.signal('SIGTERM'),
  },
];

const lastsMs = 3_000;

const at = ({ moment, services, afterMax, provoke }: Occasion): Fault => ({
  name: moment,
  kind: 'moment',
  strike: async (ground, chance) => {
    const program = ground.town.program(chance.pick(services));
    const after = chance.whole(1, afterMax);
    const [slot] = program.slots;
    if (!slot) throw new Error('A program without replicas');
    await slot.instruct({ at: [{ moment, signal: 'SIGKILL', after }] });
    await provoke?.(ground, slot, chance);
    return { what: `${slot.name} ends the ${after}. time from now`, lastsMs, heal: nothingToHeal };
  },
});

/** An end of the process exactly where something is half done. */
export const momentFaults: readonly Fault[] = occasions.map(at);
