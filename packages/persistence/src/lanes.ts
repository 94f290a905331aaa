import type { Collection } from 'mongodb';
import { lanesMax } from './position.ts';

export interface LaneRow {
  readonly _id: number;
  readonly owner: string;
  readonly until: Date;
}

export interface RelayRow {
  readonly _id: string;
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
const isExpired = { $expr: { $lt: ['$until', '$$NOW'] } };

/** Makes the documents of all lanes exist, so that claiming one is only ever an update. */
export const layLanes = async ({ lanes }: LaneCollections): Promise<void> => {
  await lanes.bulkWrite(
    Array.from({ length: lanesMax }, (_, lane) => ({
      updateOne: {
        filter: { _id: lane },
        update: { $setOnInsert: { owner: '', until: new Date(0) } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
};

/**
 * Shares the lanes among the relays that are alive. A lease spares double work and keeps a lane in one
 * hand; it is not what keeps order or single effect: the guards of the consumers are.
 */
export const laneLeases = ({ lanes, relays }: LaneCollections, owner: string) => {
  const ownedNow = async () =>
    (
      await lanes
        .find({ owner }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id);

  const claim = async (wanted: number) => {
    const free = await lanes
      .find(isExpired, { projection: { _id: 1 } })
      .limit(wanted)
      .toArray();
    if (free.length === 0) return;
    await lanes.updateMany({ _id: { $in: free.map(({ _id }) => _id) }, ...isExpired }, [
      { $set: { owner, until: soon } },
    ]);
  };

  const release = (ids: readonly number[]) =>
    lanes.updateMany(
      { _id: { $in: [...ids] }, owner },
      { $set: { owner: '', until: new Date(0) } },
    );

  return {
    /** Renews what is held, gives up what is too much, takes what is free; answers the lanes now held. */
    renew: async (): Promise<{ lanes: readonly number[]; relays: number }> => {
      await relays.updateOne({ _id: owner }, [{ $set: { until: soon } }], { upsert: true });
      await relays.deleteMany(isExpired);
      const alive = await relays.countDocuments();
      const share = Math.ceil(lanesMax / alive);
      await lanes.updateMany({ owner }, [{ $set: { until: soon } }]);
      const held = await ownedNow();
      if (held.length > share) await release(held.slice(share));
      if (held.length < share) await claim(share - held.length);
      return { lanes: await ownedNow(), relays: alive };
    },
    /** Gives everything up at once, so that the others need not wait for the leases to run out. */
    leave: async (): Promise<void> => {
      await lanes.updateMany({ owner }, { $set: { owner: '', until: new Date(0) } });
      await relays.deleteOne({ _id: owner });
    },
  };
};
