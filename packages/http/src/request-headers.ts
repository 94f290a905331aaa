import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { malformed } from './protocol-problem.ts';

const idPattern = /^[\x21-\x7e]{1,128}$/;
const keyPattern = /^[\x21-\x7e]{1,255}$/;
const versionPattern = /^"(\d{1,15})"$/;
const traceparentPattern = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** Node joins repeated headers into one text, but for `set-cookie`. */
const textOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

const refuse = (name: string, detail: string): never => {
  throw malformed('A header', [{ pointer: `/${name}`, detail }]);
};

/** Never refused, since every answer carries one: what cannot be echoed is replaced. */
export const requestIdOf = (headers: IncomingHttpHeaders): string => {
  const given = textOf(headers, 'x-request-id');
  return given !== undefined && idPattern.test(given) ? given : randomUUID();
};

/** Is written into the history of what changes, so a bad one is refused rather than replaced. */
export const correlationIdOf = (headers: IncomingHttpHeaders): string | undefined => {
  const given = textOf(headers, 'x-correlation-id');
  if (given === undefined || idPattern.test(given)) return given;
  return refuse('x-correlation-id', 'Must be 1 to 128 visible ASCII characters');
};

export const idempotencyKeyOf = (headers: IncomingHttpHeaders): string | undefined => {
  const given = textOf(headers, 'idempotency-key');
  if (given === undefined || keyPattern.test(given)) return given;
  return refuse('idempotency-key', 'Must be 1 to 255 visible ASCII characters');
};

/** The version that a command was decided on: a single strong tag, as our own `ETag` gives it. */
export const ifMatchOf = (headers: IncomingHttpHeaders): number | undefined => {
  const given = headers['if-match'];
  if (given === undefined) return undefined;
  const version = versionPattern.exec(given)?.[1];
  return version === undefined
    ? refuse('if-match', 'Must be one version in quotes: "7"')
    : Number(version);
};

/** A trace context that is not one is dropped, as W3C Trace Context asks. */
export const traceparentOf = (headers: IncomingHttpHeaders): string | undefined => {
  const given = textOf(headers, 'traceparent');
  return given !== undefined && traceparentPattern.test(given) ? given : undefined;
};

export const etagOf = (version: number): string => `"${version}"`;

/** Whether the caller already holds what `etag` names (RFC 9110, weak comparison). */
export const holds = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const held = ifNoneMatch?.split(',').map((tag) => tag.trim()) ?? [];
  return held.some((tag) => tag === '*' || tag === etag || tag === `W/${etag}`);
};
