import type { AnyProjection, Consumer } from '@steward/bus';
import type { NounContract } from '@steward/contracts';
import type { Route } from '@steward/http';
import type { Because, Database } from '@steward/persistence';

/** What the platform gives a service; everything else it has of its own. */
export interface Platform {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  /** The newest first; none where nobody has set any, or nothing is served. */
  readonly surveyLinkKeys?: readonly string[];
}

/** Something that happens because time has passed. */
export interface Timer {
  readonly name: string;
  /** The ids of what is due by then, the longest due first. */
  due(by: Date, limit: number): Promise<readonly string[]>;
  /** Lets one of them do what is due, which may be nothing any more. */
  ring(id: string, because: Because): Promise<unknown>;
}

/** Every door into and out of a service. */
export interface Doors {
  readonly routes: readonly Route[];
  readonly consumers: readonly Consumer[];
  readonly projections: readonly AnyProjection[];
  readonly timers?: readonly Timer[];
}

/** A service before it is started: its name, the nouns that it owns, and its doors. */
export interface Service {
  readonly name: string;
  readonly nouns: readonly NounContract[];
  readonly open: (platform: Platform) => Doors;
}

/** Declares a service: `connect` makes its dependencies of the platform, `doors` its doors of them. */
export const service = <Dependencies>(
  name: string,
  nouns: readonly NounContract[],
  connect: (platform: Platform) => Dependencies,
  doors: (dependencies: Dependencies) => Doors,
): Service => ({ name, nouns, open: (platform) => doors(connect(platform)) });

/** The doors of a service that has many, brought together from what each of its parts opens. */
export const doorsTogether = (...parts: readonly Doors[]): Doors => ({
  routes: parts.flatMap(({ routes }) => routes),
  consumers: parts.flatMap(({ consumers }) => consumers),
  projections: parts.flatMap(({ projections }) => projections),
  timers: parts.flatMap(({ timers = [] }) => timers),
});
