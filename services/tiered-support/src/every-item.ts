import type { Page, PageRequest } from '@steward/persistence';

type Ask<Item> = (request: PageRequest) => Promise<Page<Item>>;

/** What a list holds, one after the other; no page is asked for that nobody gets to. */
export async function* eachItem<Item>(ask: Ask<Item>, limit = 200): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await ask({ limit, cursor });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** All that a list holds. */
export const everyItem = async <Item>(ask: Ask<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of eachItem(ask, 1_000)) items.push(item);
  return items;
};
