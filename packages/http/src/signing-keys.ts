import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { ProtocolProblem } from './protocol-problem.ts';

const reloadPauseMs = 1_000;

/** Keys in a file. A token signed with a key that we have not seen makes us read it again, not too often. */
const keysInFile = (url: URL, now: () => Date): JWTVerifyGetKey => {
  let keys: JWTVerifyGetKey | undefined;
  let readAt = 0;

  const read = async (): Promise<JWTVerifyGetKey> => {
    readAt = now().getTime();
    return createLocalJWKSet(JSON.parse(await readFile(url, 'utf8')) as JSONWebKeySet);
  };

  return async (header, token) => {
    keys ??= await read();
    try {
      return await keys(header, token);
    } catch (error) {
      const isFresh = now().getTime() - readAt < reloadPauseMs;
      if (isFresh || !(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    keys = await read();
    return keys(header, token);
  };
};

const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** Finds the key that a token names. Keys that cannot be had are our trouble, not the token's. */
export const signingKeys = (jwksUrl: string, now: () => Date): JWTVerifyGetKey => {
  const url = new URL(jwksUrl);
  const keys = url.protocol === 'file:' ? keysInFile(url, now) : createRemoteJWKSet(url);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      const headers = { 'Retry-After': '1' };
      throw new ProtocolProblem('identity-unavailable', { headers, cause: error });
    }
  };
};
