/** What was won, what was lost, and what is not decided yet. */
export const byOutcome = <Cell extends { readonly status: string }>(cells: readonly Cell[]) => {
  const {
    won = [],
    lost = [],
    open = [],
  } = Object.groupBy(cells, ({ status }) =>
    status === 'won' || status === 'lost' ? status : 'open',
  );
  return { won, lost, open };
};
