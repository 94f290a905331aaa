import type { Field } from './byte-writer.ts';
import { varIntSize, varLongSize } from './var-int.ts';

export type HeaderValue = Field | undefined;

/** A message as kafkajs hands it over to be encoded: its deltas are to the batch's first record. */
export interface OutgoingRecord {
  readonly key?: Field | undefined;
  readonly value?: Field | undefined;
  readonly headers?: Readonly<Record<string, HeaderValue | readonly HeaderValue[]>> | undefined;
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
}

/** What a record measures: the size of its body, and how many headers are among its fields. */
export interface MeasuredRecord {
  readonly bodySize: number;
  readonly headerCount: number;
  readonly offsetDelta: number;
  readonly timestampDelta: number;
}

const byteLength = (field: Field): number => {
  if (field === null) return -1;
  if (typeof field === 'string') return Buffer.byteLength(field);
  if (field instanceof Uint8Array) return field.length;
  throw new TypeError(`A Kafka record holds strings and bytes, not ${typeof field}`);
};

/**
 * The fields of a batch's records in the order of the wire, each measured once.
 *
 * A record starts with its own length, so everything in it must be measured before its first byte
 * is written; kept here, nothing has to be measured again while writing.
 */
export class RecordFields {
  readonly fields: Field[] = [];
  readonly lengths: number[] = [];

  /** Takes in a record: its key, its value, then name and value of each header. */
  add({
    key,
    value,
    headers,
    offsetDelta = 0,
    timestampDelta = 0,
  }: OutgoingRecord): MeasuredRecord {
    const firstField = this.fields.length;
    let bodySize = 1 + varLongSize(timestampDelta) + varIntSize(offsetDelta);
    bodySize += this.addField(key) + this.addField(value);
    if (headers) bodySize += this.addHeaders(headers);

    const headerCount = (this.fields.length - firstField - 2) / 2;
    return {
      bodySize: bodySize + varIntSize(headerCount),
      headerCount,
      offsetDelta,
      timestampDelta,
    };
  }

  private addHeaders(headers: NonNullable<OutgoingRecord['headers']>): number {
    let size = 0;
    for (const name of Object.keys(headers)) {
      const value = headers[name];
      if (Array.isArray(value))
        for (const each of value) size += this.addField(name) + this.addField(each);
      else size += this.addField(name) + this.addField(value as HeaderValue);
    }
    return size;
  }

  private addField(given: HeaderValue): number {
    const field = given ?? null;
    const length = byteLength(field);
    this.fields.push(field);
    this.lengths.push(length);
    return varIntSize(length) + Math.max(length, 0);
  }
}
