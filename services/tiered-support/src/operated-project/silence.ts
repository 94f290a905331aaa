import type { Watch } from '@steward/contracts';

const dayMs = 86_400_000;

/** What the silence of a project follows from. */
export interface Heard {
  readonly watch: Watch;
  /** From when on silence counts. */
  readonly watchedFrom: string;
  /** The last sign of life. */
  readonly heardAt: string;
  /** Whether it was told already that nothing is heard, and that nobody is there. */
  readonly isQuiet: boolean;
  readonly isAlone: boolean;
}

export interface Alarm {
  readonly type: 'ProjectWentQuiet' | 'ProjectLeftAlone';
  readonly since: string;
  readonly days: number;
  /** When it becomes true if nothing happens before. */
  readonly at: string;
}

const alarm = (type: Alarm['type'], since: string, days: number): Alarm => ({
  type,
  since,
  days,
  at: new Date(Date.parse(since) + days * dayMs).toISOString(),
});

/** What is still to be told of a project that nothing more is heard of, the first due first. */
export const alarmsOf = ({
  watch,
  watchedFrom,
  heardAt,
  people,
  ...told
}: Heard & { readonly people: readonly unknown[] }): Alarm[] => {
  const quiet = told.isQuiet ? [] : [alarm('ProjectWentQuiet', heardAt, watch.quietAfterDays)];
  const isNobodyMissed = told.isAlone || people.length > 0;
  const alone = isNobodyMissed
    ? []
    : [alarm('ProjectLeftAlone', watchedFrom, watch.aloneAfterDays)];
  return [...quiet, ...alone].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
};
