import type { HistoryEntry, RouteContract } from '@steward/contracts';
import type { Page, PageRequest } from '@steward/persistence';
import type { z } from 'zod';
import { answer } from './answer.ts';
import { knownHistory } from './known-history.ts';
import type { Route } from './route.ts';

type HistoryContract = RouteContract<`/v1/${string}/:${string}/history`, z.ZodType<PageRequest>> & {
  readonly method: 'GET';
};

interface Remembering {
  history(id: string, request: PageRequest): Promise<Page<HistoryEntry>>;
}

/**
 * Makes the door of the history of a noun, whose id is the one parameter of its path. Whoever may call it sees all
 * of it; where that depends on the caller the door is written out.
 */
export const answerHistory = (contract: HistoryContract, store: Remembering): Route =>
  answer(contract, async ({ params, query }) => {
    const [id = ''] = Object.values(params);
    return knownHistory(await store.history(id, query), query);
  });
