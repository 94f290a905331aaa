import { accountRoutes } from '@steward/contracts';
import type { Client } from '../api/client.ts';
import { saidIn } from '../api/problem.ts';
import { CannotGoOn } from '../cannot-go-on.ts';
import type { PlannedAccount } from './read-account.ts';

const alreadyThere = 'account-already-registered';

const register = async (client: Client, { accountId, body }: PlannedAccount): Promise<void> => {
  const answer = await client.post(
    accountRoutes.registerAccount.path,
    body,
    `import-account-${accountId}`,
  );
  if (answer.status < 300) return;
  const said = saidIn(answer);
  // Whatever it is called by now, it is the account that the tickets belong to.
  if (said?.code === alreadyThere || said?.code === 'idempotency-key-reused') return;
  throw new CannotGoOn(`The account ${accountId} is refused: ${said?.reason ?? answer.status}`);
};

/** Accounts that are known to be there, so that each is registered before its first ticket, once. */
export class RegisteredAccounts {
  readonly #client: Client;
  readonly #ids = new Set<string>();

  constructor(client: Client) {
    this.#client = client;
  }

  has({ accountId }: PlannedAccount): boolean {
    return this.#ids.has(accountId);
  }

  async register(account: PlannedAccount): Promise<void> {
    await register(this.#client, account);
    this.#ids.add(account.accountId);
  }
}
