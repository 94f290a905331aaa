import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { allRoutes } from '@steward/contracts';
import { ProtocolProblem } from '@steward/http';
import { readPages } from './pages.ts';

const pages = readPages();
const get = (path: string, headers = {}) => pages.get(path)?.answer('GET', headers);
const committed = (file: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@steward/contracts/${file}`), 'utf8');

describe('the documents', () => {
  it.each(['openapi.json', 'asyncapi.json'])('include %s as it is committed', (file) => {
    const answer = get(`/${file}`);
    expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': 'application/json' } });
    expect(answer?.body).toBe(committed(file));
  });

  it('are found from the index', () => {
    const { links, ...said } = JSON.parse(get('/')?.body ?? '');
    expect(said).toEqual({ name: 'Steward', version: '0.1.0' });
    for (const path of Object.values(links)) expect(pages.has(String(path))).toBe(true);
  });

  it('are not sent again to those who have them', () => {
    const tag = get('/docs')?.headers.ETag ?? '';
    const again = get('/docs', { 'if-none-match': tag });
    expect(again).toMatchObject({ status: 304, headers: { ETag: tag } });
    expect(again?.body).toBeUndefined();
  });

  it('can only be read', () => {
    const post = () => pages.get('/docs')?.answer('POST', {});
    expect(post).toThrow(ProtocolProblem);
    expect(post).toThrow(expect.objectContaining({ code: 'method-not-allowed' }));
  });
});

describe('the page for people', () => {
  const { body = '', headers = {} } = get('/docs') ?? {};

  it('shows every route, under its tag, with its scope', () => {
    for (const { name, service, scope } of allRoutes) {
      expect(body).toContain(`id="${name}"`);
      expect(body).toContain(`<h2 id="${service}">`);
      expect(body).toContain(`<code>${name}</code> needs the scope <code>${scope}</code>`);
    }
  });

  it('links to nothing that it does not have', () => {
    const targets = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(100);
    for (const id of new Set(targets)) expect(body).toContain(`id="${id}"`);
  });

  it('sets code in its sentences apart', () => {
    expect(body).toContain('<code>errors</code> says where');
    expect(body).not.toContain('`');
  });

  it('runs no script and loads nothing', () => {
    expect(body).not.toMatch(/<script|https?:\/\/|src=|@import/);
    expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('closes what it opens', () => {
    for (const tag of ['table', 'details', 'section', 'tr', 'td', 'div'])
      expect(body.split(`<${tag}`).length).toBe(body.split(`</${tag}>`).length);
  });
});
