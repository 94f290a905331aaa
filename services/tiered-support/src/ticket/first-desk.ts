import type { Arrangement, Desk, ServedBy } from '@steward/contracts';

const teams: Record<ServedBy, string> = {
  'delivery-centre': 'Delivery centre',
  'branch-technical-team': 'Technical team',
  'call-centre': 'Call centre',
};

/** Where a ticket lies at first: with the first line of whoever serves it, of the project's branch if it has one. */
export const firstDesk = ({ servedBy }: Pick<Arrangement, 'servedBy'>, branch?: string): Desk => {
  const isOfBranch = servedBy === 'branch-technical-team' && branch !== undefined;
  return { line: 'first', team: isOfBranch ? `${teams[servedBy]}, ${branch}` : teams[servedBy] };
};
