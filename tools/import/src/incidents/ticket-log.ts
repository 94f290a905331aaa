import { Id, tieredSupportRoutes } from '@steward/contracts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Columns } from '../mapping/columns.ts';
import { fitting } from '../mapping/fitting.ts';
import { optional, type Reader, required } from '../mapping/template.ts';
import type { IncidentMapping } from './incident-mapping.ts';
import { accountReader, type PlannedAccount } from './read-account.ts';
import { type Entry, entryReader } from './read-entry.ts';

/** One row as the call that brings it in. */
export interface PlannedEntry {
  readonly ticketId: string;
  readonly account: PlannedAccount;
  readonly body: string;
}

interface KnownTicket {
  readonly account: PlannedAccount;
  entries: number;
  lastAtMs: number;
}

const checked = fitting(tieredSupportRoutes.recordTicketEntry);

/**
 * Turns rows into calls. Good rows of a ticket are counted, and the count is the position that the
 * platform knows a row by: the same file and mapping give the same positions on every run, so a row that
 * it has already is recognised. Of each ticket a few numbers are kept, and never a row.
 */
export class TicketLog {
  readonly #tickets = new Map<string, KnownTicket>();
  readonly #accountIds = new Set<string>();
  readonly #ticketId: Reader<string>;
  readonly #nameOf: Reader<string | undefined>;
  readonly #entry: Reader<Entry>;
  readonly #account: Reader<PlannedAccount>;

  constructor(mapping: IncidentMapping, columns: Columns) {
    this.#ticketId = required(mapping.ticketId, columns);
    this.#nameOf = optional(mapping.ticketId, columns);
    this.#entry = entryReader(mapping, columns);
    this.#account = accountReader(mapping, columns);
  }

  /** Accounts that rows have named so far. */
  get accounts(): number {
    return this.#accountIds.size;
  }

  /** Which ticket a row is about, as far as that can be told. */
  nameOf(fields: readonly string[]): string {
    return this.#nameOf(fields) ?? '';
  }

  /** Throws `BadRow` where the row cannot be brought in; the ticket is then as if it had never come. */
  plan(fields: readonly string[]): PlannedEntry {
    const ticketId = this.#ticketId(fields);
    const entry = this.#entry(fields);
    const ticket = this.#tickets.get(ticketId) ?? this.#begin(ticketId, fields);
    const atMs = Date.parse(entry.occurredAt);
    if (atMs < ticket.lastAtMs)
      throw new BadRow('Is earlier than the row of this ticket before it');
    const { accountId } = ticket.account;
    const body = checked({ entry: ticket.entries + 1, accountId, ...entry });
    ticket.entries += 1;
    ticket.lastAtMs = atMs;
    if (ticket.entries === 1) {
      this.#tickets.set(ticketId, ticket);
      this.#accountIds.add(accountId);
    }
    return { ticketId, account: ticket.account, body };
  }

  #begin(ticketId: string, fields: readonly string[]): KnownTicket {
    if (!Id.safeParse(ticketId).success)
      throw new BadRow(`"${ticketId}" cannot be an id: letters, digits and . _ : - only`);
    const account = this.#account(fields);
    return { account, entries: 0, lastAtMs: Number.NEGATIVE_INFINITY };
  }
}
