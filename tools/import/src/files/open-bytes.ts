import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CannotGoOn } from '../cannot-go-on.ts';

const gzipMagic = 0x1f8b;

/** By its first bytes, since a name says little. */
export const isCompressed = async (path: string): Promise<boolean> => {
  const file = await open(path).catch((cause: Error) => {
    throw new CannotGoOn(`${path} cannot be read: ${cause.message}`, { cause });
  });
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === gzipMagic;
  } finally {
    await file.close();
  }
};

const dropping = (count: number): Transform => {
  let left = count;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const rest = chunk.subarray(left);
      left = Math.max(0, left - chunk.length);
      done(null, rest.length > 0 ? rest : undefined);
    },
  });
};

/** The whole is told through the last stream, so the parts of a pipeline need no listener of their own. */
const told = () => undefined;

/** The content of a file from a byte on, decompressed on the way where it is compressed. */
export const openBytes = async (path: string, from = 0): Promise<Readable> => {
  if (!(await isCompressed(path))) return createReadStream(path, { start: from });
  const plain = pipeline(createReadStream(path), createGunzip(), told);
  return from === 0 ? plain : pipeline(plain, dropping(from), told);
};
