import type { Benchmark, ServerContender } from '../harness/index.ts';
import { load } from './subject.ts';

const server = (name: string, file: string): ServerContender => ({
  kind: 'server',
  name,
  program: new URL(`./${file}.ts`, import.meta.url),
  load,
});

export const edge: Benchmark = {
  name: 'edge',
  work: 'GET of a small JSON with an id for the request, errors in an envelope and 20 routes, 64 at a time',
  unit: 'request',
  contenders: [
    server('steward', 'steward'),
    server('node:http', 'node-http'),
    server('Express', 'express'),
    server('fastify', 'fastify'),
  ],
  targets: [
    { baseline: 'node:http', reach: 0.8 },
    { baseline: 'Express', reach: 1.8 },
    { baseline: 'fastify', reach: 0.95 },
  ],
};
