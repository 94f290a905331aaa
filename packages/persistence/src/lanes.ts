import type { Collection } from 'mongodb';
import { lanesMax } from './position.ts';

export interface LaneRow {
  readonly _id: number;
  /** The relay that publishes the lane; one that is not alive any more leaves it free. */
  readonly owner: string;
}

export interface RelayRow {
  readonly _id: string;
  /** Until when the relay is taken to be alive. */
  readonly until: Date;
}

export interface LaneCollections {
  readonly lanes: Collection<LaneRow>;
  readonly relays: Collection<RelayRow>;
}

/** Leases run on the server's clock, so hosts need not agree on the time. */
const leaseMs = 6_000;
export const renewMs = leaseMs / 3;

const soon = {
  $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs },
};
const isExpired = { $lt: ['$until', '$$NOW'] };
const nobody = '';

/** Makes the documents of all lanes exist, so that claiming one is only ever an update. */
export const layLanes = async ({ lanes }: LaneCollections): Promise<void> => {
  await lanes.bulkWrite(
    Array.from({ length: lanesMax }, (_, lane) => ({
      updateOne: {
        filter: { _id: lane },
        update: { $setOnInsert: { owner: nobody } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
};

/**
 * Shares the lanes among the relays that are alive: what is leased is the life of a relay, and its lanes with
 * it, so that a relay with nothing to do writes one row at each renewal and not one for every lane. A lease
 * spares double work and keeps a lane in one hand; it is not what keeps order or single effect: the guards of
 * the consumers are.
 */
export const laneLeases = ({ lanes, relays }: LaneCollections, owner: string) => {
  const ownedNow = async () =>
    (
      await lanes
        .find({ owner }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id);

  /** Lives on, and answers who else does; whoever does not is forgotten. */
  const live = async (): Promise<readonly string[]> => {
    await relays.updateOne({ _id: owner }, [{ $set: { until: soon } }], { upsert: true });
    const all = await relays
      .find<{ _id: string; isDead: boolean }>({}, { projection: { isDead: isExpired } })
      .toArray();
    if (all.some(({ isDead }) => isDead)) await relays.deleteMany({ $expr: isExpired });
    return all.filter(({ isDead }) => !isDead).map(({ _id }) => _id);
  };

  const claim = async (wanted: number, alive: readonly string[]) => {
    const isFree = { owner: { $nin: [...alive] } };
    const free = await lanes
      .find(isFree, { projection: { _id: 1 } })
      .limit(wanted)
      .toArray();
    if (free.length === 0) return;
    const ids = free.map(({ _id }) => _id);
    await lanes.updateMany({ _id: { $in: ids }, ...isFree }, { $set: { owner } });
  };

  const release = (ids: readonly number[]) =>
    lanes.updateMany({ _id: { $in: [...ids] }, owner }, { $set: { owner: nobody } });

  return {
    /** Renews what is held, gives up what is too much, takes what is free; answers the lanes now held. */
    renew: async (): Promise<{ lanes: readonly number[]; relays: number }> => {
      const alive = await live();
      const share = Math.ceil(lanesMax / alive.length);
      const held = await ownedNow();
      if (held.length === share) return { lanes: held, relays: alive.length };
      if (held.length > share) await release(held.slice(share));
      else await claim(share - held.length, alive);
      return { lanes: await ownedNow(), relays: alive.length };
    },
    /** Gives everything up at once, so that the others need not wait for the leases to run out. */
    leave: async (): Promise<void> => {
      await lanes.updateMany({ owner }, { $set: { owner: nobody } });
      await relays.deleteOne({ _id: owner });
    },
  };
};
