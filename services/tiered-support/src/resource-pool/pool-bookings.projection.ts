import type { Projection } from '@steward/bus';
import { type Booking, type ResourcePoolEvent, resourcePoolNoun } from '@steward/contracts';
import { releasedAt } from './resource-pool.ts';

/** One booking, past ones as well: the pool itself knows those only that matter for what is to come. */
export interface PoolBookingRow extends Booking {
  readonly poolId: string;
  readonly by: string;
}

export const poolBookings: Projection<PoolBookingRow, ResourcePoolEvent> = {
  name: 'pool-bookings',
  nouns: [resourcePoolNoun],
  indexes: [['poolId', 'from']],
  keyOf: ({ type, data }) => {
    switch (type) {
      case 'ResourcePoolDefined':
      case 'ResourcePoolRevised':
        return undefined;
      case 'PoolBooked':
      case 'PoolBookingChanged':
        return bookingKey(data.poolId, data.booking.bookingId);
      case 'PoolBookingReleased':
        return bookingKey(data.poolId, data.bookingId);
    }
  },
  apply: (row, { type, data }) => {
    switch (type) {
      case 'ResourcePoolDefined':
      case 'ResourcePoolRevised':
        return row;
      case 'PoolBooked':
        return { poolId: data.poolId, ...data.booking, by: data.by };
      case 'PoolBookingChanged':
        return row && { ...row, ...data.booking };
      case 'PoolBookingReleased':
        return row && releasedAt(row, data.at);
    }
  },
};

export const bookingKey = (poolId: string, bookingId: string): string => `${poolId}/${bookingId}`;
