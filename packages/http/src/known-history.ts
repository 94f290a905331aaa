import type { HistoryEntry } from '@steward/contracts';
import type { Page } from '@steward/persistence';

/** A history as it is answered: what has none never was, and is not found. */
export const knownHistory = (
  page: Page<HistoryEntry>,
  { cursor }: { readonly cursor?: string | undefined },
): Page<HistoryEntry> | undefined =>
  page.items.length > 0 || cursor !== undefined ? page : undefined;
