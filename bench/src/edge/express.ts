import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { serve } from '../harness/contender.ts';
import { envelope, isAsked, noticeOf, routes } from './subject.ts';

/** Express as its documentation shows it. */
const app = express();

app.use((request, response, next) => {
  response.locals.requestId = request.get('x-request-id') ?? randomUUID();
  response.set('X-Request-Id', response.locals.requestId);
  next();
});
app.use(express.json());

for (const contract of routes) {
  const register = contract.method === 'GET' ? app.get.bind(app) : app.post.bind(app);
  register(contract.path, async (request, response) => {
    response.json(isAsked(contract) ? noticeOf(String(request.params.accountId)) : {});
  });
}

app.use((_request, response) => {
  response.status(404).json(envelope(404, 'not-found', response.locals.requestId));
});
const onError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).json(envelope(500, 'unexpected', response.locals.requestId));
};
app.use(onError);

serve(createServer(app));
