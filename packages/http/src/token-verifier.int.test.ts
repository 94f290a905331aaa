import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { closeGracefully } from './close-gracefully.ts';
import { ask, listen, openDoor } from './door-under-test.ts';
import { tokenVerifier } from './token-verifier.ts';

const issuer = 'https://issuer.test';
const audience = 'steward';
const noonMs = Date.UTC(2026, 2, 2, 12);
const nowSeconds = noonMs / 1_000;

const signer = async (algorithm: string) => {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
  const sign = (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    new SignJWT({
      iss: issuer,
      aud: audience,
      sub: 'u-1',
      roles: ['analyst'],
      iat: nowSeconds,
      exp: nowSeconds + 600,
      ...changes,
    })
      .setProtectedHeader({ alg: algorithm, kid, ...header })
      .sign(privateKey);
  return { jwk, sign };
};

let folder: string;
let keysFile: string;
const clock = { ms: noonMs };
const now = () => new Date(clock.ms);

const publish = (...keys: object[]) => writeFile(keysFile, JSON.stringify({ keys }));
const verifier = () =>
  tokenVerifier({ issuer, audience, jwksUrl: pathToFileURL(keysFile).href, now });
const bearer = (token: string) => `Bearer ${token}`;
const code = (expected: string) => expect.objectContaining({ code: expected });

beforeEach(async () => {
  clock.ms = noonMs;
  folder = await mkdtemp(join(tmpdir(), 'steward-keys-'));
  keysFile = join(folder, 'jwks.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a token', () => {
  it.each(['RS256', 'ES256', 'EdDSA'])('signed with %s is trusted', async (algorithm) => {
    const { jwk, sign } = await signer(algorithm);
    await publish(jwk);
    const verify = verifier();
    const header = bearer(await sign());
    expect(await verify(header)).toMatchObject({ subject: 'u-1', roles: ['analyst'] });
    expect(verify(header)).not.toBeInstanceOf(Promise);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of another issuer', { iss: 'https://evil.test' }, 'token-invalid'],
    ['for another audience', { aud: 'bank' }, 'token-invalid'],
    ['that is not valid yet', { nbf: nowSeconds + 60 }, 'token-invalid'],
    ['that is over', { exp: nowSeconds - 60 }, 'token-expired'],
    ['without a subject', { sub: undefined }, 'token-invalid'],
    ['without an end', { exp: undefined }, 'token-invalid'],
    ['of a customer without account', { roles: ['customer'] }, 'customer-without-account'],
  ])('%s is refused', async (_name, changes, expected) => {
    const { jwk, sign } = await signer('ES256');
    await publish(jwk);
    const header = bearer(await sign(changes));
    const verify = verifier();
    await expect(verify(header)).rejects.toEqual(code(expected));
    expect(() => verify(header)).toThrow(code(expected));
  });

  it('signed with a shared secret or by nobody is refused', async () => {
    const { jwk } = await signer('RS256');
    await publish(jwk);
    const claims = { iss: issuer, aud: audience, sub: 'u-1', exp: nowSeconds + 600 };
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: jwk.kid })
      .sign(new TextEncoder().encode(JSON.stringify(jwk)));
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const unsigned = `${encode({ alg: 'none' })}.${encode(claims)}.`;
    for (const token of [shared, unsigned])
      await expect(verifier()(bearer(token))).rejects.toEqual(code('token-invalid'));
  });

  it('that was changed by one character is refused, whatever is remembered', async () => {
    const { jwk, sign } = await signer('ES256');
    await publish(jwk);
    const verify = verifier();
    const token = await sign();
    await verify(bearer(token));
    const [head, claims = '', signature] = token.split('.');
    const forged = Buffer.from(claims, 'base64url').toString().replace('analyst', 'administrator');
    const changed = [head, Buffer.from(forged).toString('base64url'), signature].join('.');
    await expect(verify(bearer(changed))).rejects.toEqual(code('token-invalid'));
  });

  it('stops being trusted when it ends, though it is remembered', async () => {
    const { jwk, sign } = await signer('ES256');
    await publish(jwk);
    const verify = verifier();
    const header = bearer(await sign({ exp: nowSeconds + 10 }));
    await verify(header);
    clock.ms = noonMs + 20_000;
    await expect(verify(header)).rejects.toEqual(code('token-expired'));
  });

  it.each([
    '',
    'Basic dTpw',
    'Bearer',
    'Bearer a b',
    'Bearer a\r\nb',
    `Bearer ${'x'.repeat(9_000)}`,
  ])('is not found in %p', async (header) => {
    await expect((async () => verifier()(header))()).rejects.toThrow(code('token-invalid'));
  });
});

describe('signing keys', () => {
  it('in a file are read again when a token names a new one', async () => {
    const [old, fresh] = [await signer('ES256'), await signer('ES256')];
    await publish(old.jwk);
    const verify = verifier();
    await verify(bearer(await old.sign()));
    await publish(old.jwk, fresh.jwk);
    const header = bearer(await fresh.sign());
    await expect(verify(header)).rejects.toEqual(code('token-invalid'));
    clock.ms += 2_000;
    expect(await verify(header)).toMatchObject({ subject: 'u-1' });
  });

  it('that cannot be had are no fault of the token', async () => {
    const { jwk, sign } = await signer('ES256');
    const verify = verifier();
    const header = bearer(await sign());
    await expect(verify(header)).rejects.toEqual(code('identity-unavailable'));
    await publish(jwk);
    expect(await verify(header)).toMatchObject({ subject: 'u-1' });
  });

  it('are fetched from the issuer', async () => {
    const { jwk, sign } = await signer('RS256');
    const identity = createServer((_request, response) =>
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
    );
    const jwksUrl = `${await listen(identity)}/jwks.json`;
    const verify = tokenVerifier({ issuer, audience, jwksUrl, now });
    expect(await verify(bearer(await sign()))).toMatchObject({ subject: 'u-1' });
    await closeGracefully(identity, 1_000);
    const away = tokenVerifier({ issuer, audience, jwksUrl, now });
    await expect(away(bearer(await sign()))).rejects.toEqual(code('identity-unavailable'));
  });
});

describe('a door with tokens', () => {
  it.each([
    ['token-missing', undefined, 'Bearer realm="steward"'],
    ['token-invalid', 'Bearer x.y.z', 'Bearer realm="steward", error="invalid_token"'],
  ])('answers 401 %s and how to do better', async (expected, authorization, challenge) => {
    const { jwk } = await signer('ES256');
    await publish(jwk);
    const { url, close } = await openDoor({}, { verifyToken: verifier() });
    const headers: Record<string, string> = authorization ? { authorization } : {};
    const response = await fetch(`${url}/v1/accounts`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(await response.json()).toMatchObject({ code: expected });
    await close();
  });

  it('lets in those who bring a good one', async () => {
    const { jwk, sign } = await signer('ES256');
    await publish(jwk);
    const list = async () => ({ items: [] });
    const { url, close } = await openDoor({ list }, { verifyToken: verifier() });
    const headers = { authorization: bearer(await sign()) };
    expect((await ask(url, { path: '/v1/accounts', headers })).status).toBe(200);
    await close();
  });
});
