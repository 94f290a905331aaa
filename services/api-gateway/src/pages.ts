import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { holds, ProtocolProblem, type Reply } from '@steward/http';
import type { ApiDocument } from './docs/document.ts';
import { docsPage } from './docs/page.ts';
import { docsStyle } from './docs/style.ts';

export interface Page {
  readonly name: string;
  answer(method: string, headers: IncomingHttpHeaders): Reply;
}

/** What the gateway answers itself, to everybody, by path. */
export type Pages = ReadonlyMap<string, Page>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const page = (name: string, body: string, headers: Readonly<Record<string, string>>): Page => {
  const etag = `"${hashOf(body)}"`;
  const all = { ...headers, ETag: etag, 'Cache-Control': 'no-cache' };
  return {
    name,
    answer: (method, { 'if-none-match': held }) => {
      if (method !== 'GET' && method !== 'HEAD')
        throw new ProtocolProblem('method-not-allowed', { headers: { Allow: 'GET, HEAD' } });
      if (holds(held, etag)) return { status: 304, headers: all };
      return { status: 200, headers: all, body };
    },
  };
};

const committed = (file: 'openapi.json' | 'asyncapi.json'): string =>
  readFileSync(createRequire(import.meta.url).resolve(`@steward/contracts/${file}`), 'utf8');

const json = { 'Content-Type': 'application/json' };

// The page runs no script and loads nothing; its own style is the one exception.
const html = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hashOf(docsStyle)}'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Reads the committed documents once; they change only with the code. */
export const readPages = (): Pages => {
  const openapi = committed('openapi.json');
  const document = JSON.parse(openapi) as ApiDocument;
  const index = {
    name: document.info.title,
    version: document.info.version,
    links: { docs: '/docs', openapi: '/openapi.json', asyncapi: '/asyncapi.json' },
  };
  return new Map([
    ['/', page('index', JSON.stringify(index), json)],
    ['/openapi.json', page('openapi', openapi, json)],
    ['/asyncapi.json', page('asyncapi', committed('asyncapi.json'), json)],
    ['/docs', page('docs', docsPage(document), html)],
  ]);
};
