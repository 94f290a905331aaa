export type RefusalKind = 'invalid' | 'forbidden' | 'notFound' | 'conflict';

/** The rules said no. Trying again cannot help, so a door answers a refusal and never retries it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly code: string;

  constructor(kind: RefusalKind, code: string, message: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** Declares every code a noun may refuse with; an undeclared code does not compile. */
export const refusals =
  <Code extends string>(kinds: Record<Code, RefusalKind>) =>
  (code: Code, message: string): Refusal =>
    new Refusal(kinds[code], code, message);
