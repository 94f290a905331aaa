import { z } from 'zod';
import { Instant, Text } from './primitives.ts';
import type { Scope } from './roles.ts';

export type Method = 'GET' | 'POST';

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type ParamsOf<Path extends string> = { readonly [Name in ParamNames<Path>]: string };

/** One door of one service, as the outside sees it. The gateway, the service and OpenAPI are all made from it. */
export interface RouteContract<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Unique over the platform; the operationId in OpenAPI and the name of the span. */
  readonly name: string;
  readonly service: string;
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly scope: Scope;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  readonly status: 200 | 201;
  /** A change of one aggregate. It answers `Changed`, may carry `If-Match`, and honours `Idempotency-Key`. */
  readonly isCommand: boolean;
}

/** What every command answers: which aggregate changed, and the version that it now has (also its `ETag`). */
export const Changed = z.object({ id: z.string(), version: z.int().min(0) });
export type Changed = z.output<typeof Changed>;

const NoQuery = z.strictObject({});
const NoBody = z.undefined();

/** What any command may say besides its own fields. */
const Circumstance = {
  /** When it happened, where that is not now; needs the scope `history:backdate`. */
  occurredAt: Instant.optional(),
  /** Why, for the history. */
  reason: Text.optional(),
};

type Draft<Contract extends RouteContract> = Omit<Contract, 'name' | 'service'>;

/** A reason that is asked for is told like one that is not, so both are of one type. */
const circumstanceOf = (needsReason: boolean) =>
  (needsReason
    ? { ...Circumstance, reason: Text.regex(/\S/) }
    : Circumstance) as typeof Circumstance;

/**
 * A command: POST, changes one aggregate. `creates` answers 201 with a `Location`; `needsReason` is not done
 * without saying why.
 */
export const command = <Path extends string, Shape extends z.core.$ZodLooseShape>(
  path: Path,
  {
    summary,
    scope,
    body,
    creates = false,
    needsReason = false,
  }: {
    summary: string;
    scope: Scope;
    body: Shape;
    creates?: boolean;
    needsReason?: boolean;
  },
) => ({
  method: 'POST' as const,
  path,
  summary,
  scope,
  query: NoQuery,
  body: z.strictObject({ ...body, ...circumstanceOf(needsReason) }),
  answer: Changed,
  status: creates ? (201 as const) : (200 as const),
  isCommand: true,
});

/** A question: GET, changes nothing. Unknown query parameters are refused. */
export const query = <
  Path extends string,
  Answer extends z.ZodType,
  Shape extends z.core.$ZodLooseShape = Record<never, never>,
>(
  path: Path,
  {
    summary,
    scope,
    answer,
    filters,
  }: {
    summary: string;
    scope: Scope;
    answer: Answer;
    filters?: Shape;
  },
) => ({
  method: 'GET' as const,
  path,
  summary,
  scope,
  query: z.strictObject((filters ?? {}) as Shape),
  body: NoBody,
  answer,
  status: 200 as const,
  isCommand: false,
});

/** Names the doors of one service; the key of each is its operationId. */
export const routes = <const Drafts extends Record<string, Draft<RouteContract>>>(
  service: string,
  drafts: Drafts,
) =>
  Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => [name, { ...draft, name, service }]),
  ) as { [Name in keyof Drafts]: Drafts[Name] & { name: Name; service: string } };

/** Filters of a list that is paged by key: `cursor` is the `next` of the page before. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

/** One page; `next` is absent on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() });

/** One event of an aggregate's history. */
export const HistoryEntry = z.object({
  id: z.string(),
  version: z.int(),
  type: z.string(),
  data: z.unknown(),
  occurredAt: Instant,
  recordedAt: Instant,
  actor: z.string(),
  reason: z.string().optional(),
  correlationId: z.string(),
  causationId: z.string().optional(),
});
export type HistoryEntry = z.output<typeof HistoryEntry>;
export const History = page(HistoryEntry);
