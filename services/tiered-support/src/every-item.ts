import type { Page, PageRequest } from '@steward/persistence';

const pageMax = 1_000;

/** All that a list holds, page by page. */
export const everyItem = async <Item>(
  ask: (request: PageRequest) => Promise<Page<Item>>,
): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: pageMax, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
};
