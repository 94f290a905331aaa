import { randomUUID } from 'node:crypto';
import { Agent, createServer } from 'node:http';
import express from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { serve } from '../harness/contender.ts';
import { upstreamUrl } from './subject.ts';

/** As its documentation shows it, with the keep-alive agent that it advises for production. */
const app = express();

app.use((request, response, next) => {
  const requestId = request.get('x-request-id') ?? randomUUID();
  request.headers['x-request-id'] = requestId;
  response.set('X-Request-Id', requestId);
  next();
});
app.use(
  createProxyMiddleware({
    target: upstreamUrl(),
    agent: new Agent({ keepAlive: true, maxSockets: 64 }),
    xfwd: true,
  }),
);

serve(createServer(app));
