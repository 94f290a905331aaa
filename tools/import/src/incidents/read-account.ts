import { accountRoutes } from '@steward/contracts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Columns } from '../mapping/columns.ts';
import { fitting } from '../mapping/fitting.ts';
import { byChoice } from '../mapping/lookup.ts';
import { optional, type Reader, required } from '../mapping/template.ts';
import type { IncidentMapping } from './incident-mapping.ts';

/** An account as it is registered before its first ticket comes. */
export interface PlannedAccount {
  readonly accountId: string;
  readonly body: string;
}

const checked = fitting(accountRoutes.registerAccount);

/** Reads the account of a row. Each is made once; two names that come to the same id are told apart. */
export const accountReader = (
  { account }: IncidentMapping,
  columns: Columns,
): Reader<PlannedAccount> => {
  const id = required(account.id, columns);
  const name = required(account.name, columns);
  const industry = byChoice(account.industry, columns, 'industry');
  const ownerId = required(account.ownerId, columns);
  const segment = optional(account.segment, columns);
  const country = optional(account.country, columns);
  const known = new Map<string, PlannedAccount & { readonly name: string }>();

  return (fields) => {
    const accountId = id(fields);
    const nameOfRow = name(fields);
    const found = known.get(accountId);
    if (found !== undefined && found.name === nameOfRow) return found;
    if (found !== undefined)
      throw new BadRow(`The account ${accountId} would be both "${found.name}" and "${nameOfRow}"`);
    const body = checked({
      accountId,
      name: nameOfRow,
      industry: industry(fields),
      ownerId: ownerId(fields),
      segment: segment(fields),
      country: country(fields),
      occurredAt: account.since,
    });
    const planned = { accountId, name: nameOfRow, body };
    known.set(accountId, planned);
    return planned;
  };
};
