import type { Columns } from '../mapping/columns.ts';
import { optional } from '../mapping/template.ts';
import type { CrmMapping } from './crm-mapping.ts';
import type { Agents } from './known-agents.ts';

/** Counts who works on which account, from all opportunities before the first is brought in. */
export class AccountOwners {
  readonly #agents: Agents;
  readonly #agentOf;
  readonly #accountOf;
  readonly #counts = new Map<string, Map<string, number>>();

  constructor({ opportunities }: CrmMapping, columns: Columns, agents: Agents) {
    this.#agents = agents;
    this.#agentOf = optional(opportunities.agent, columns);
    this.#accountOf = optional(opportunities.account, columns);
  }

  count(fields: readonly string[]): void {
    const agent = this.#agentOf(fields);
    const account = this.#accountOf(fields);
    if (agent === undefined || account === undefined || !this.#agents.has(agent)) return;
    const counts = this.#counts.get(account) ?? new Map<string, number>();
    counts.set(agent, (counts.get(agent) ?? 0) + 1);
    this.#counts.set(account, counts);
  }

  /** The agent with most opportunities on an account; of several, the first by name. */
  ownerOf(account: string): string | undefined {
    const counts = [...(this.#counts.get(account) ?? [])];
    const [first] = counts.toSorted(
      ([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1),
    );
    return first && this.#agents.get(first[0]);
  }
}
