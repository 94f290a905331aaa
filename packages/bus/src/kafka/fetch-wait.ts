/** The part of a group's member in kafkajs that decides how long a fetch waits for something new. */
export interface FetchingMember {
  maxWaitTime: number;
  readonly subscriptionState: { paused(): readonly unknown[] };
}

const briefMs = 20;

/**
 * Lets a fetch wait for as long as the consumer was told to, but only briefly while a partition is paused.
 *
 * kafkajs fetches for all partitions of a broker at once and waits until that fetch is over: one that was
 * resumed meanwhile has to wait with it, and where all are paused kafkajs sleeps for the whole time. So a
 * long wait starves a consumer that pauses what it cannot hold, and a short one has a consumer with nothing
 * to do ask many times a second.
 */
export const fetchWait = () => {
  const toldMs = new WeakMap<FetchingMember, number>();
  return (member: FetchingMember): number => {
    const told = toldMs.get(member) ?? member.maxWaitTime;
    toldMs.set(member, told);
    return member.subscriptionState.paused().length > 0 ? Math.min(briefMs, told) : told;
  };
};
