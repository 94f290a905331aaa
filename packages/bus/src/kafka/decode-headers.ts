import type { ByteReader } from './byte-reader.ts';

export type FetchedHeader = Buffer | null;
export type FetchedHeaders = Record<string, FetchedHeader | FetchedHeader[]>;

/** Reads a record's headers. A name that occurs once has its value; one that occurs again, a list. */
export const decodeHeaders = (reader: ByteReader): FetchedHeaders => {
  const headers: FetchedHeaders = {};
  for (let left = reader.readVarInt(); left > 0; left -= 1)
    addHeader(headers, reader.readText(), reader.readBytes());
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
