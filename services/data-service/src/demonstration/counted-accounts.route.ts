import type { Dependencies } from '../dependencies.ts';

/**
 * The first stage of every report: figures are about real customers, so what was made to show or to try
 * something is left out unless it is asked for.
 */
export const countedAccounts = async (
  { demonstrations }: Dependencies,
  query: { readonly demonstrations: 'exclude' | 'include' },
): Promise<object[]> => {
  if (query.demonstrations === 'include') return [];
  const left = await demonstrations.aggregate<{ _id: string }>([{ $project: { _id: 1 } }]);
  return [{ $match: { accountId: { $nin: left.map(({ _id }) => _id) } } }];
};
