/** Lanes that the rows of a database are spread over; each is published in order by one relay at a time. */
export const lanesMax = 64;

/** FNV-1a: the lane of an aggregate never changes, so neither may this. */
export const laneOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % lanesMax;
};

/**
 * Positions order the rows of a lane. They follow the clock in microseconds, but never go back within one
 * aggregate: hosts whose clocks differ still leave its events in the order of their versions.
 */
export const positions = (now: () => Date) => {
  let last = 0;
  return (after: number): number => {
    last = Math.max(now().getTime() * 1000, last + 1, after + 1);
    return last;
  };
};
