import { type AddressInfo, createServer, type Socket } from 'node:net';
import { announce } from '../harness/contender.ts';
import { upstreamBody } from './subject.ts';

/** A service that costs as little as one can, so that the gateway in front of it is what is measured. */
const answer = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(upstreamBody)}\r\n\r\n${upstreamBody}`,
);

/** How many bytes the first request in a text has, or undefined where it has not arrived completely. */
const lengthOf = (text: string): number | undefined => {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const bodyAt = headEnd + 4;
  // A body in chunks ends with an empty one.
  if (/^transfer-encoding: *chunked/im.test(text.slice(0, bodyAt))) {
    const lastAt = text.indexOf('0\r\n\r\n', bodyAt);
    return lastAt === -1 ? undefined : lastAt + 5;
  }
  const length = Number(/^content-length: *(\d+)/im.exec(text.slice(0, bodyAt))?.[1] ?? 0);
  return text.length < bodyAt + length ? undefined : bodyAt + length;
};

const serveSocket = (socket: Socket): void => {
  let received = '';
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    for (;;) {
      const length = lengthOf(received);
      if (length === undefined) return;
      received = received.slice(length);
      socket.write(answer);
    }
  });
  // A gateway that ends in the middle of something is no trouble of the service.
  socket.on('error', () => socket.destroy());
};

const server = createServer(serveSocket);
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
