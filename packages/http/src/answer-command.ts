import { type RouteContract, validator } from '@steward/contracts';
import type { Change } from '@steward/persistence';
import type { CommandHandler } from './answer.ts';
import { becauseOf, type Circumstance } from './because-of.ts';
import { malformed } from './protocol-problem.ts';
import { queryReader } from './query-reader.ts';
import { jsonReply, type Reply } from './reply.ts';
import { parseJson, requireJson } from './request-body.ts';
import { etagOf } from './request-headers.ts';
import type { Call } from './route.ts';

const nothing = Buffer.from('{}');

/** A command without fields of its own need not say `{}`. */
const bodyOf = async ({ headers, readBody }: Call): Promise<Buffer> => {
  const bytes = await readBody();
  if (bytes.length === 0) return nothing;
  requireJson(headers);
  return bytes;
};

const segmentOf = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');

const changed = (status: number, path: string, { id, version, isReplay }: Change): Reply =>
  jsonReply(
    status,
    { id, version },
    {
      ETag: etagOf(version),
      ...(status === 201 && { Location: `${path}/${segmentOf(id)}` }),
      ...(isReplay && { 'Idempotency-Replayed': 'true' }),
    },
  );

export const answerCommand = (
  { name, query, body, status }: RouteContract,
  handler: CommandHandler<RouteContract>,
) => {
  const readQuery = queryReader(query);
  const fitting = validator(body);

  return async (call: Call): Promise<Reply> => {
    readQuery(call.search);
    const bytes = await bodyOf(call);
    const checked = fitting(parseJson(bytes));
    if (!checked.ok) throw malformed('The body', checked.problems);
    const { occurredAt, reason, ...content } = checked.value as Circumstance;
    const because = becauseOf(name, call, bytes, { occurredAt, reason });
    const { params, principal } = call;
    return changed(status, call.path, await handler({ params, body: content, because, principal }));
  };
};
