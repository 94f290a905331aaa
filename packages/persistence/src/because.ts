/** Who wants a change, when it happened, and what it follows from. Doors make it; stores write it down. */
export interface Because {
  /** A user's subject, a machine's key, or `system:<service>` for a consumer. */
  readonly actor: string;
  /** When it happened; the past for records that are brought in. */
  readonly at: Date;
  readonly reason?: string;
  /** Joins everything that one request set off, over all services. */
  readonly correlationId: string;
  /** The event that this follows from. */
  readonly causationId?: string;
  /** W3C trace context of the span that asks for the change. */
  readonly traceparent?: string;
  /** The version that the caller has seen; another one refuses the change. */
  readonly ifMatch?: number;
  /** Makes a repeated request answer what it answered the first time. */
  readonly receipt?: Receipt;
  /** Makes an event take effect once; written in the transaction of the effect. */
  readonly guard?: GuardStep;
}

/** `key` names one request of one caller; `fingerprint` is of its content. */
export interface Receipt {
  readonly key: string;
  readonly fingerprint: string;
}

/** One consumer's step from the last applied version of a stream to the next. */
export interface GuardStep {
  readonly guardId: string;
  readonly from: number;
  readonly to: number;
}

/** What became of a change. */
export interface Change {
  readonly id: string;
  readonly version: number;
  /** Nothing was done now: the same request had been answered before. */
  readonly isReplay: boolean;
}
