import { Socket, type TcpSocketConnectOpts } from 'node:net';
import type { Conditions } from './conditions.ts';
import { OneWay } from './one-way.ts';

/** One connection through a proxy: the client's end, the server's end, and what goes each way. */
export class Link {
  /** Settles once both ends are gone. */
  readonly closed: Promise<unknown>;

  private readonly client: Socket;
  private readonly server = new Socket({ allowHalfOpen: true });
  private readonly to: TcpSocketConnectOpts;
  private readonly toServer: OneWay;
  private readonly toClient: OneWay;
  private isCalled = false;
  private isHalf = false;

  constructor({
    client,
    to,
    conditions,
  }: {
    client: Socket;
    to: TcpSocketConnectOpts;
    conditions: Conditions;
  }) {
    const { server } = this;
    this.client = client;
    this.to = to;
    this.toServer = new OneWay({ from: client, to: server, passage: conditions.toServer });
    this.toClient = new OneWay({ from: server, to: client, passage: conditions.toClient });
    this.closed = Promise.all([goneOf(client), goneOf(server)]);
    this.open(conditions);
  }

  /**
   * Lives on under other conditions. What was held back arrives late, as it does over TCP; a
   * connection that lost bytes, or one of its ends, is reset, for nothing sound could follow.
   */
  change(conditions: Conditions): void {
    if (conditions.cuts || this.isHalf || this.toServer.damaged || this.toClient.damaged) {
      this.reset();
    } else {
      this.open(conditions);
      this.toServer.change(conditions.toServer);
      this.toClient.change(conditions.toClient);
    }
  }

  private reset(): void {
    this.toServer.stop();
    this.toClient.stop();
    this.client.resetAndDestroy();
    if (this.isCalled) this.server.resetAndDestroy();
    else this.server.destroy();
  }

  // Nobody is called while nothing may pass: a client that gives up meanwhile leaves no trace at the server.
  private open({ closes, toServer }: Conditions): void {
    if (closes !== undefined) {
      this.isHalf = true;
      this[closes].destroy();
    }
    if (this.isCalled || toServer.held || this.server.destroyed) return;
    this.isCalled = true;
    this.server.connect(this.to);
    this.server.setNoDelay(true);
  }
}

const goneOf = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
