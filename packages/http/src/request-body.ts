import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { safeParse } from 'secure-json-parse';
import { malformed, ProtocolProblem } from './protocol-problem.ts';

/** Nobody is left to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

const tooLarge = (bytesMax: number): ProtocolProblem =>
  new ProtocolProblem('body-too-large', { detail: `A body has at most ${bytesMax} bytes` });

/**
 * Takes the whole body into memory, up to a bound. What comes after the bound is read and dropped,
 * so that the caller gets to read the answer; the server's request timeout ends it.
 */
export const readBody = (request: IncomingMessage, bytesMax: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new ClientGone('The request was cut'));
    if (Number(request.headers['content-length'] ?? 0) > bytesMax)
      return reject(tooLarge(bytesMax));

    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bytesMax) return chunks.push(chunk);
      chunks.length = 0;
      return reject(tooLarge(bytesMax));
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', (cause) => reject(new ClientGone('The request was cut', { cause })));
    request.on('close', () => reject(new ClientGone('The request was cut')));
  });

const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

export const requireJson = (headers: IncomingHttpHeaders): void => {
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (!isPlain || !jsonType.test(headers['content-type'] ?? ''))
    throw new ProtocolProblem('unsupported-media-type');
};

/** A value from outside, free of the field names that can change what every object is. */
export const parseJson = (bytes: Buffer): unknown => {
  const value: unknown = isUtf8(bytes) ? safeParse(bytes.toString()) : undefined;
  if (value === undefined) throw new ProtocolProblem('malformed-json');
  if (value === null) {
    const detail = 'Must be an object without the fields `__proto__` and `constructor.prototype`';
    throw malformed('The body', [{ pointer: '', detail }]);
  }
  return value;
};
