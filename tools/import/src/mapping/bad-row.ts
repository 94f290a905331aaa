/** A row that cannot be brought in, and why. It is reported, and the rows after it go on. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}
