import { Account, accountRoutes } from '@steward/contracts';
import type { Client } from '../api/client.ts';
import { pathTo } from '../api/path-to.ts';
import { reasonIn } from '../api/problem.ts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Columns } from '../mapping/columns.ts';
import { fitting } from '../mapping/fitting.ts';
import { byChoice } from '../mapping/lookup.ts';
import { optional, type Reader, required } from '../mapping/template.ts';
import type { AccountOwners } from './account-owners.ts';
import type { CrmMapping } from './crm-mapping.ts';
import type { PlannedThing } from './known-things.ts';

/** An account that opportunities may name. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
}

const checked = fitting(accountRoutes.registerAccount);

const accountPath = pathTo(accountRoutes.readAccount);
const Owned = Account.pick({ ownerId: true });

/** Whoever owns an account in the platform discovers what is found there, whatever the CRM says. */
const found =
  (thing: KnownAccount) =>
  async (client: Client): Promise<KnownAccount> => {
    const answer = await client.get(accountPath(thing.id));
    if (answer.status !== 200) throw new BadRow(reasonIn(answer));
    return { ...thing, ...Owned.parse(JSON.parse(answer.body)) };
  };

export const accountPlanner = (
  { accounts }: CrmMapping,
  columns: Columns,
  owners: AccountOwners,
): Reader<PlannedThing<KnownAccount>> => {
  const key = required(accounts.key, columns);
  const id = required(accounts.id, columns);
  const name = required(accounts.name, columns);
  const industry = byChoice(accounts.industry, columns, 'industry');
  const segment = optional(accounts.segment, columns);
  const country = optional(accounts.country, columns);
  const ownerOtherwise = required(accounts.ownerWithoutOpportunities, columns);

  return (fields) => {
    const keyOfRow = key(fields);
    const thing = {
      id: id(fields),
      name: name(fields),
      ownerId: owners.ownerOf(keyOfRow) ?? ownerOtherwise(fields),
    };
    const body = checked({
      accountId: thing.id,
      name: thing.name,
      industry: industry(fields),
      ownerId: thing.ownerId,
      segment: segment(fields),
      country: country(fields),
      occurredAt: accounts.since,
    });
    return {
      key: keyOfRow,
      thing,
      path: accountRoutes.registerAccount.path,
      body,
      found: found(thing),
    };
  };
};
