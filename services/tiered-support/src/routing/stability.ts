/** What one agent took on first, of all customers. */
export interface Taken {
  readonly agentId: string;
  readonly tickets: number;
  readonly returning: number;
  readonly toEarlierHandler: number;
}

/** So many are told apart; the sums are of all. */
const agentsMax = 200;

/** How often customers who return are served by those whom they know. */
export const stabilityOf = (taken: readonly Taken[]) => {
  const sum = (of: (one: Taken) => number) => taken.reduce((total, one) => total + of(one), 0);
  const returning = sum((one) => one.returning);
  const toEarlierHandler = sum((one) => one.toEarlierHandler);
  const most = [...taken].sort(
    (one, other) => other.tickets - one.tickets || (one.agentId < other.agentId ? -1 : 1),
  );
  return {
    tickets: sum((one) => one.tickets),
    returning,
    toEarlierHandler,
    share: returning === 0 ? undefined : toEarlierHandler / returning,
    agents: most.slice(0, agentsMax),
  };
};
