import { isInt32, varLongGroups, zigZag } from './var-int.ts';

export type Field = string | Uint8Array | null;

// Below this a loop over the characters is quicker than the call into native code.
const shortText = 24;

/** Fills a buffer of known size from front to back. */
export class ByteWriter {
  readonly bytes: Buffer;
  private at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  writeByte(value: number): void {
    this.bytes[this.at++] = value;
  }

  writeVarInt(value: number): void {
    let rest = zigZag(value);
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.at++] = rest;
  }

  writeVarLong(value: number): void {
    if (isInt32(value)) {
      this.writeVarInt(value);
      return;
    }
    const groups = varLongGroups(value);
    const last = groups.length - 1;
    for (const [index, group] of groups.entries())
      this.writeByte(index === last ? group : group | 0x80);
  }

  /** Writes a field behind its length in bytes, which the caller has measured; null is length -1. */
  writeField(field: Field, length: number): void {
    this.writeVarInt(length);
    if (field === null) return;
    if (typeof field === 'string') this.writeText(field, length);
    else this.bytes.set(field, this.at);
    this.at += length;
  }

  private writeText(text: string, length: number): void {
    if (length !== text.length) this.bytes.write(text, this.at, length, 'utf8');
    else if (length > shortText) this.bytes.write(text, this.at, length, 'latin1');
    // As many bytes as characters: all of it is ASCII.
    else
      for (let index = 0; index < length; index += 1)
        this.bytes[this.at + index] = text.charCodeAt(index);
  }
}
