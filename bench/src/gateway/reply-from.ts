import { randomUUID } from 'node:crypto';
import replyFrom from '@fastify/reply-from';
import fastify from 'fastify';
import { serve } from '../harness/contender.ts';
import { upstreamUrl } from './subject.ts';

/** As its documentation shows it, bodies passed on as they come. */
const app = fastify({ requestIdHeader: 'x-request-id', genReqId: () => randomUUID() });

await app.register(replyFrom, {
  base: upstreamUrl(),
  undici: { connections: 64, pipelining: 1 },
});
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', (_request, body, done) => done(null, body));
app.addHook('onRequest', async (request, reply) => {
  reply.header('X-Request-Id', request.id);
});
app.all('/*', (request, reply) =>
  reply.from(request.url, {
    rewriteRequestHeaders: ({ ip, id }, headers) => ({
      ...headers,
      'x-forwarded-for': ip,
      'x-forwarded-proto': 'http',
      'x-request-id': id,
    }),
  }),
);

await app.ready();
serve(app.server);
