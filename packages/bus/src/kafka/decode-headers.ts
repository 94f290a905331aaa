import type { ByteReader } from './byte-reader.ts';

export type FetchedHeader = Buffer | null;
export type FetchedHeaders = Record<string, FetchedHeader | FetchedHeader[]>;

/**
 * Reads a record's headers. A name that occurs once has its value; one that occurs again, a list. `names` are
 * those of the record before, by their places: nearly always they are the same again.
 */
export const decodeHeaders = (reader: ByteReader, names: string[]): FetchedHeaders => {
  const headers: FetchedHeaders = {};
  const count = reader.readVarInt();
  for (let place = 0; place < count; place += 1) {
    const name = reader.readTextLike(names[place]);
    names[place] = name;
    addHeader(headers, name, reader.readBytes());
  }
  return headers;
};

const addHeader = (headers: FetchedHeaders, name: string, value: FetchedHeader): void => {
  const seen = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (seen === undefined) setOwn(headers, name, value);
  else if (Array.isArray(seen)) seen.push(value);
  else setOwn(headers, name, [seen, value]);
};

const setOwn = (
  headers: FetchedHeaders,
  name: string,
  value: FetchedHeader | FetchedHeader[],
): void => {
  // Plain assignment to this one name would replace the object's prototype with a stranger's bytes.
  if (name === '__proto__')
    Object.defineProperty(headers, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else headers[name] = value;
};
