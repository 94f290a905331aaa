import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { serve } from '../harness/contender.ts';
import { envelope, isAsked, noticeOf, routes } from './subject.ts';

/** Fastify as its documentation shows it, without its logger. */
const app = fastify({ requestIdHeader: 'x-request-id', genReqId: () => randomUUID() });

app.addHook('onRequest', async (request, reply) => {
  reply.header('X-Request-Id', request.id);
});

for (const contract of routes)
  app.route<{ Params: { accountId: string } }>({
    method: contract.method,
    url: contract.path,
    handler: async ({ params }) => (isAsked(contract) ? noticeOf(params.accountId) : {}),
  });

app.setNotFoundHandler((request, reply) =>
  reply.code(404).send(envelope(404, 'not-found', request.id)),
);
app.setErrorHandler((_error, request, reply) =>
  reply.code(500).send(envelope(500, 'unexpected', request.id)),
);

await app.ready();
serve(app.server);
