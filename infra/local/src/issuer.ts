import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Role, Scope } from '@steward/contracts';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose';
import { stackFolder } from './folders.ts';

const algorithm = 'RS256';
const audience = 'steward';
const forOwner = 0o600;
const forAll = 0o644;

/** What a verifier needs to know of the one who signs tokens. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where the public keys are; a `file:` address, because nothing needs to run for it. */
  readonly jwksUrl: string;
}

/** Whom a token speaks for and what it allows. */
export interface TokenClaims {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly account?: string | undefined;
  readonly partner?: string | undefined;
  readonly unit?: string | undefined;
  /** Scopes beyond those of the roles. */
  readonly scope?: readonly Scope[] | undefined;
  /** A span such as `8h` or `15m`; eight hours where nothing is said. */
  readonly expires?: string | undefined;
}

const folderOf = (name: string) => join(stackFolder(name), 'issuer');
const privateKeyOf = (name: string) => join(folderOf(name), 'private.jwk.json');
const publicKeysOf = (name: string) => join(folderOf(name), 'jwks.json');

export const issuerOf = (name: string): Issuer => ({
  issuer: `https://issuer.steward.localhost/${name}`,
  audience,
  jwksUrl: pathToFileURL(publicKeysOf(name)).href,
});

/** Makes the stack's own key pair where it has none. The private key never leaves the stack's folder. */
export const ensureIssuer = async (name: string): Promise<Issuer> => {
  await mkdir(folderOf(name), { recursive: true });
  if (!existsSync(privateKeyOf(name))) await createKey(privateKeyOf(name));
  const { kty, n, e, kid, alg, use } = await readKey(name);
  await replaceFile(publicKeysOf(name), { keys: [{ kty, n, e, kid, alg, use }] }, forAll);
  return issuerOf(name);
};

/** Signs a token as the stack's development issuer. */
export const issueToken = async (name: string, claims: TokenClaims): Promise<string> => {
  const key = await readKey(name);
  const { subject, roles, account, partner, unit, scope = [], expires = '8h' } = claims;
  const optional = { account, partner, unit, scope: scope.join(' ') || undefined };
  return new SignJWT({ roles, ...optional })
    .setProtectedHeader({ alg: algorithm, kid: key.kid ?? '', typ: 'JWT' })
    .setIssuer(issuerOf(name).issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(key, algorithm));
};

const createKey = async (path: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(key);
  await replaceFile(path, { ...key, kid, alg: algorithm, use: 'sig' }, forOwner);
};

const readKey = async (name: string): Promise<JWK> => {
  if (!existsSync(privateKeyOf(name)))
    throw new Error(
      `The stack "${name}" has no issuer yet: npm run stack -- up --name ${name} makes one`,
    );
  return JSON.parse(await readFile(privateKeyOf(name), 'utf8'));
};

// Written beside its place and moved there, so nobody reads half a key.
const replaceFile = async (path: string, content: object, mode: number): Promise<void> => {
  await writeFile(`${path}.next`, `${JSON.stringify(content, null, 2)}\n`, { mode });
  await rename(`${path}.next`, path);
};
