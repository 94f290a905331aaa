/** The caller decided on a version that is no longer the current one. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  readonly current: number;

  constructor(id: string, current: number) {
    super(`${id} is at version ${current}`);
    this.current = current;
  }
}

/** One key names one request: this one says something else than the first that used it. */
export class ReceiptMismatch extends Error {
  override readonly name = 'ReceiptMismatch';
}

/** The same request is still being worked on. */
export class ReceiptPending extends Error {
  override readonly name = 'ReceiptPending';
}

/** Too much is waiting already; trying again later will help. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Another consumer of the same group has moved the guard: this one must look again. */
export class GuardMoved extends Error {
  override readonly name = 'GuardMoved';
}
