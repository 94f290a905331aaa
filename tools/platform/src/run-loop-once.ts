import { apiAs } from './api.ts';
import { runLoop, type Tell } from './loop.ts';

/** On an empty database there is nothing to look at yet: the loop makes something, once. */
export const runLoopOnce = async (stackName: string, url: string, tell: Tell): Promise<void> => {
  const reader = await apiAs(stackName, url, { subject: 'steward', role: 'analyst' });
  const { items } = await reader.get<{ items: unknown[] }>('/v1/accounts?limit=1');
  if (items.length > 0) return;
  tell();
  tell('The database is empty, so here is the loop once, through the gateway:');
  await runLoop(stackName, url, tell);
};
