/** Why an import ends before its end. What was acknowledged until then is kept, so it can be gone on with. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
}
