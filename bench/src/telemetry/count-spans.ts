/** Reads a varint of protobuf: seven bits a byte, the lowest first. */
const varintAt = (bytes: Buffer, from: number): { value: number; next: number } => {
  let value = 0;
  let scale = 1;
  for (let at = from; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) return { value, next: at + 1 };
  }
};

const fixedLengths: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
const lengthDelimited = 2;

/** The messages in one field of a message. */
const fieldsOf = (bytes: Buffer, wanted: number): Buffer[] => {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = varintAt(bytes, at);
    const wireType = tag.value % 8;
    const fixed = fixedLengths[wireType];
    const read = fixed === undefined ? varintAt(bytes, tag.next) : undefined;
    const start = read?.next ?? tag.next;
    const length = wireType === lengthDelimited ? (read?.value ?? 0) : (fixed ?? 0);
    const isWanted = wireType === lengthDelimited && Math.floor(tag.value / 8) === wanted;
    if (isWanted) found.push(bytes.subarray(start, start + length));
    at = start + length;
  }
  return found;
};

/** The spans in an `ExportTraceServiceRequest`: resource spans (1), of these scope spans (2), of these spans (2). */
export const countSpans = (request: Buffer): number =>
  fieldsOf(request, 1)
    .flatMap((resource) => fieldsOf(resource, 2))
    .reduce((sum, scope) => sum + fieldsOf(scope, 2).length, 0);
