import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

/** The part of a connection of MongoDB's driver that is mended. */
interface Connection {
  readonly socket: Pick<Socket, 'once' | 'emit'>;
  writeCommand(...command: unknown[]): Promise<void>;
}

interface Driver {
  readonly Connection: { readonly prototype: Connection };
}

const require = createRequire(import.meta.url);
let isMended = false;

/**
 * Lets a request to MongoDB that is written to an ending connection fail, where the driver would wait for ever.
 *
 * The driver waits until the socket has room again, or fails. A socket that the server has ended says that it
 * has no room, and closes without either: between its end and its close a request could still be begun, most
 * easily one that is sent from `setImmediate`. The same becomes of a long request whose connection is given up
 * because the server is no longer heard of. Here the close is told as room: the driver then looks at the
 * connection once more, finds it closed, and tries again on another one as after any lost connection.
 */
export const mendDriver = (): void => {
  if (isMended) return;
  const { prototype } = (require('mongodb/lib/cmap/connection.js') as Driver).Connection;
  const { writeCommand } = prototype;
  if (typeof writeCommand !== 'function')
    throw new Error('This driver of MongoDB writes in another way: see whether the mend is needed');
  const watched = new WeakSet<Connection>();
  prototype.writeCommand = function (this: Connection, ...command) {
    if (!watched.has(this)) {
      watched.add(this);
      // Behind the driver's own listener, which has closed the connection by then.
      this.socket.once('close', () => this.socket.emit('drain'));
    }
    return writeCommand.apply(this, command);
  };
  isMended = true;
};
