import { serverNames, startServer } from '@steward/local';
import type { Town } from '../town/town.ts';

/** Sees to it that all is well, also where a fault could not be done or undone to its end. */
export const makeWhole = async (town: Town): Promise<void> => {
  for (const server of serverNames) await startServer(town.stack.name, server);
  for (const { proxies } of town.ways) await Promise.all(proxies.map((proxy) => proxy.heal()));
  for (const slot of town.running()) slot.signal('SIGCONT');
  await Promise.all(town.programs.map(({ slots }) => slots[0]?.start()));
};
