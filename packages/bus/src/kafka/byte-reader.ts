/** Reads what records are made of, from front to back. */
export class ByteReader {
  private readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  readByte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError('A Kafka record ends before its fields do');
    this.at += 1;
    return byte;
  }

  readVarInt(): number {
    let folded = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.readByte();
      folded |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (folded >>> 1) ^ -(folded & 1);
    }
    throw new RangeError('A Kafka varint is longer than five bytes');
  }

  /** A number where four bytes hold it, as nearly always; a bigint where they do not. */
  readVarLong(): number | bigint {
    const start = this.at;
    let folded = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.readByte();
      folded |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (folded >>> 1) ^ -(folded & 1);
    }
    this.at = start;
    return this.readWideVarLong();
  }

  private readWideVarLong(): bigint {
    let folded = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.readByte();
      folded |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (folded >> 1n) ^ -(folded & 1n);
    }
    throw new RangeError('A Kafka varlong is longer than ten bytes');
  }

  /** The bytes of a field, which are not copied: they keep the whole response in memory. */
  readBytes(): Buffer | null {
    const length = this.readVarInt();
    return length < 0 ? null : this.take(length);
  }

  /** A text that is probably one that is known already: to compare is cheaper than to make it anew. */
  readTextLike(expected: string | undefined): string {
    const length = Math.max(this.readVarInt(), 0);
    if (expected?.length !== length || !this.isNext(expected))
      return this.take(length).toString('utf8');
    this.at += length;
    return expected;
  }

  /** Whether the next bytes are this text; only of plain ASCII, where a byte is a character. */
  private isNext(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f || code !== this.bytes[this.at + index]) return false;
    }
    return true;
  }

  private take(length: number): Buffer {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('A Kafka field ends after its batch');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}
