/** Whether a whole number fits the 32 bits in which JavaScript shifts. */
export const isInt32 = (value: number): boolean => (value | 0) === value;

/** Folds the sign into the lowest bit, so that small negatives stay short on the wire. */
export const zigZag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

const zigZagLong = (value: number): bigint => {
  const long = BigInt(value);
  return BigInt.asUintN(64, (long << 1n) ^ (long >> 63n));
};

/** The bytes that a varint takes: seven bits each. */
export const varIntSize = (value: number): number => {
  const rest = zigZag(value);
  if (rest < 0x80) return 1;
  if (rest < 0x4000) return 2;
  if (rest < 0x200000) return 3;
  return rest < 0x10000000 ? 4 : 5;
};

/** The groups of seven bits of a number too wide for 32, lowest first. */
export const varLongGroups = (value: number): number[] => {
  const groups: number[] = [];
  for (let rest = zigZagLong(value); rest > 0n || groups.length === 0; rest >>= 7n)
    groups.push(Number(rest & 0x7fn));
  return groups;
};

/** The bytes that a varlong takes. Nearly all fit 32 bits, where it is written like a varint. */
export const varLongSize = (value: number): number =>
  isInt32(value) ? varIntSize(value) : varLongGroups(value).length;
