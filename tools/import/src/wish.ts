/** What is to be imported, from where, into what. */
export interface Wish {
  /** A file of incidents, or the directory of a CRM. */
  readonly path: string;
  /** A mapping that ships, by its name, or the path of another one; without it, the one that fits. */
  readonly map?: string | undefined;
  readonly url: string;
  readonly token?: string | undefined;
  readonly concurrency?: number | undefined;
  /** Where the journal is kept; by default in a folder of its own under `.steward/imports`. */
  readonly state?: string | undefined;
  /** Begins anew, whatever an earlier run has written down. */
  readonly restart?: boolean | undefined;
  /** How long to wait for the reports to take in what was imported. */
  readonly settleSeconds?: number | undefined;
  /** Ends the import early, in good order. */
  readonly signal?: AbortSignal | undefined;
  readonly watch?: Watch | undefined;
}

/** Where an import stands: rows that are through with, and of those the ones sent by this run. */
export interface Standing {
  readonly done: number;
  readonly sent: number;
  /** Counted in lines before the file is read, so values that span lines make it an estimate. */
  readonly total: number;
}

/** Is shown the way of an import. `say` takes whole sentences, `watch` is called once there is something to see. */
export interface Watch {
  readonly say: (sentence: string) => void;
  /** Answers how to end the watching. */
  readonly begin: (standing: () => Standing) => () => void;
}

export const concurrencyDefault = 64;
export const settleSecondsDefault = 120;
