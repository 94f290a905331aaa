import type { RouteContract } from '@steward/contracts';
import type { QueryHandler } from './answer.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import { queryReader } from './query-reader.ts';
import { jsonReply, type Reply } from './reply.ts';
import { etagOf, holds } from './request-headers.ts';
import type { Call } from './route.ts';

const versionOf = (found: unknown): number | undefined => {
  if (typeof found !== 'object' || found === null || !('version' in found)) return undefined;
  return Number.isInteger(found.version) ? (found.version as number) : undefined;
};

/** An answer with a version of its own is sent only to those who do not hold it yet. */
const answered = (status: number, found: unknown, ifNoneMatch: string | undefined): Reply => {
  const version = versionOf(found);
  if (version === undefined) return jsonReply(status, found);
  const ETag = etagOf(version);
  return holds(ifNoneMatch, ETag)
    ? { status: 304, headers: { ETag } }
    : jsonReply(status, found, { ETag });
};

export const answerQuery = (
  { query, status }: RouteContract,
  handler: QueryHandler<RouteContract>,
) => {
  const readQuery = queryReader(query);

  return async ({ search, params, principal, headers }: Call): Promise<Reply> => {
    const found = await handler({ params, query: readQuery(search), principal });
    if (found === undefined) throw new ProtocolProblem('not-found');
    return answered(status, found, headers['if-none-match']);
  };
};
