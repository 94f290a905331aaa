import { once } from 'node:events';
import type { Server } from 'node:http';

const sweepEveryMs = 25;

/**
 * Takes no new connection, lets what is being answered finish, and cuts what is left at the deadline.
 * Says whether everything was answered.
 */
export const closeGracefully = async (server: Server, deadlineMs: number): Promise<boolean> => {
  if (!server.listening) return true;
  let isCut = false;
  const closed = once(server, 'close');
  server.close();
  // A kept-alive connection falls idle after its answer and would hold the server open.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs);
  const deadline = setTimeout(() => {
    isCut = true;
    server.closeAllConnections();
  }, deadlineMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
  return !isCut;
};
