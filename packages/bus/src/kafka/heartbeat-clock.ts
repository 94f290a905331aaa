/** The part of a group's member in kafkajs that knows when it was last heard of. */
export interface BeatingMember {
  /** By the clock of this host, in milliseconds. */
  lastRequest: number;
}

/**
 * Lets a member beat at once whose last beat lies in the future: the clock was set back since. kafkajs would
 * wait until the clock has come there again, and the group would take the member for dead long before: it
 * went on, could commit nothing, and got nothing any more.
 */
export const forgetFutureBeat = (member: BeatingMember, nowMs: number): void => {
  if (member.lastRequest > nowMs) member.lastRequest = 0;
};
