import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { stackFolder } from './folders.ts';
import { ensureIssuer, issueToken } from './issuer.ts';
import { resetStack } from './stack.ts';

const name = `own-issuer-${process.pid}`;

describe('the development issuer', () => {
  afterAll(async () => {
    await resetStack(name);
    await rm(stackFolder(name), { recursive: true });
  });

  it('signs tokens that its public keys prove, and only those', async () => {
    const { issuer, audience, jwksUrl } = await ensureIssuer(name);
    const keys = createLocalJWKSet(JSON.parse(await readFile(fileURLToPath(jwksUrl), 'utf8')));
    const token = await issueToken(name, { subject: 'ada', roles: ['analyst'], account: 'a1' });

    const { payload } = await jwtVerify(token, keys, { issuer, audience });
    expect(payload).toMatchObject({ sub: 'ada', roles: ['analyst'], account: 'a1' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);

    const [header, , signature] = token.split('.');
    const forged = Buffer.from('{"roles":["administrator"]}').toString('base64url');
    await expect(jwtVerify(`${header}.${forged}.${signature}`, keys)).rejects.toThrow(/signature/);
  });

  it('keeps its key over restarts, and to itself', async () => {
    const { jwksUrl } = await ensureIssuer(name);
    const before = await readFile(fileURLToPath(jwksUrl), 'utf8');
    await ensureIssuer(name);
    expect(await readFile(fileURLToPath(jwksUrl), 'utf8')).toBe(before);
    expect(before).not.toMatch(/"(d|p|q)":/);

    const { mode } = await stat(`${stackFolder(name)}/issuer/private.jwk.json`);
    expect(mode & 0o777).toBe(0o600);
  });

  it('says how to get a stack where there is none', async () => {
    const wish = issueToken('own-nowhere', { subject: 'ada', roles: ['analyst'] });
    await expect(wish).rejects.toThrow(/npm run stack -- up --name own-nowhere/);
  });
});
