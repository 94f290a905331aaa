import type { IncomingHttpHeaders } from 'node:http';
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { type AnswerParts, AnswerReader } from './answer-reader.ts';
import type { Line, Outgoing, Taker } from './taker.ts';

/** Bodies up to this size leave in one write with their head. */
const togetherBytesMax = 16 * 1024;
const readBytes = 32 * 1024;

const closedEarly = (): Error =>
  Object.assign(new Error('The service closed the connection'), { code: 'ECONNRESET' });
const connectTimedOut = (): Error =>
  Object.assign(new Error('No connection came about in time'), { code: 'ETIMEDOUT' });

export interface ConnectionEvents {
  /** It is ready for its first request, or for another one. */
  onFree(connection: Connection): void;
  /** It can take no more requests; `error` where it never came about. */
  onGone(connection: Connection, error: Error | undefined): void;
}

/** One connection to a service, with one request at a time on it. */
export class Connection implements AnswerParts, Line {
  readonly #socket: Socket;
  readonly #host: string;
  readonly #reader = new AnswerReader();
  readonly #events: ConnectionEvents;
  #taker: Taker | undefined;
  #isReady = false;
  #failure: Error | undefined;
  #keptUntilMs = Number.POSITIVE_INFINITY;

  constructor(url: URL, connectMs: number, events: ConnectionEvents) {
    this.#host = url.host;
    this.#events = events;
    this.#socket = this.#connect(url);
    this.#socket.setNoDelay(true);
    const timer = setTimeout(() => this.#socket.destroy(connectTimedOut()), connectMs);
    this.#socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      this.#isReady = true;
      events.onFree(this);
    });
    this.#socket.on('end', () => this.#onClosedThere());
    this.#socket.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#socket.once('close', () => {
      clearTimeout(timer);
      this.#onClose();
    });
  }

  /** Whether the service can be trusted to have kept its side until now. */
  isFresh(nowMs: number): boolean {
    return nowMs < this.#keptUntilMs && !this.#socket.destroyed;
  }

  send({ method, path, headers, body }: Outgoing, taker: Taker): void {
    this.#taker = taker;
    this.#reader.begin(method, this);
    taker.onStart(this);
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n`;
    for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
    if (body === undefined) {
      this.#socket.write(`${head}\r\n`, 'latin1');
      return;
    }
    head += `content-length: ${body.length}\r\n\r\n`;
    if (body.length <= togetherBytesMax) {
      this.#socket.write(head + body.toString('latin1'), 'latin1');
      return;
    }
    this.#socket.cork();
    this.#socket.write(head, 'latin1');
    this.#socket.write(body);
    this.#socket.uncork();
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#taker?.onHead(status, headers);
  }

  onBody(bytes: Buffer): void {
    this.#taker?.onBody(bytes);
  }

  onEnd(): void {
    const taker = this.#taker;
    this.#taker = undefined;
    taker?.onEnd();
    const { keepMs } = this.#reader;
    // A service that answered before it had read everything would take the rest for a request.
    if (keepMs === 0 || this.#socket.writableLength > 0) this.#socket.destroy();
    else {
      this.#keptUntilMs = performance.now() + keepMs;
      this.#events.onFree(this);
    }
  }

  /** Ends it at once, whatever is on it. */
  cut(): void {
    this.#taker = undefined;
    this.#socket.destroy();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #connect({ hostname, port, protocol }: URL): Socket {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (protocol === 'https:') {
      const socket = connectSafely({ host, port: Number(port || 443), servername: host });
      return socket.on('data', (bytes) => this.#onBytes(bytes));
    }
    // Read past the stream's own buffers: one for the connection, used again and again.
    const buffer = Buffer.allocUnsafeSlow(readBytes);
    const callback = (length: number): boolean => {
      this.#onBytes(buffer.subarray(0, length));
      return true;
    };
    const onread = { buffer, callback };
    return connectPlainly({ host, port: Number(port || 80), onread });
  }

  #onBytes(bytes: Buffer): void {
    try {
      this.#reader.read(bytes);
    } catch (error) {
      this.#socket.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #onClosedThere(): void {
    if (!this.#reader.close()) this.#socket.destroy(this.#taker && closedEarly());
  }

  #onClose(): void {
    const taker = this.#taker;
    this.#taker = undefined;
    const error = this.#failure ?? closedEarly();
    this.#events.onGone(this, this.#isReady ? undefined : error);
    taker?.onFailure(error);
  }
}
