import { gatewayCodes } from '@steward/api-gateway';
import { protocolCodes } from '@steward/http';
import type { Source } from './sources.ts';

export interface ErrorCode {
  readonly code: string;
  readonly status: number;
  readonly where: string;
}

const statusOf: Readonly<Record<string, number>> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
};

const declaration = /refusals\(\{(?<codes>[^}]*)\}\)/g;
const pair = /'(?<code>[a-z0-9-]+)': '(?<kind>\w+)'/g;
const single = /new Refusal\(\s*'(?<kind>\w+)',\s*'(?<code>[a-z0-9-]+)'/g;

/** The codes that the rules of the services refuse with, as they declare them. */
export const refusalCodes = (files: readonly Source[]): ErrorCode[] =>
  files.flatMap(({ path, text }) => {
    const declared = [...text.matchAll(declaration)].flatMap((match) => [
      ...(match.groups?.codes ?? '').matchAll(pair),
    ]);
    return [...declared, ...text.matchAll(single)].map(({ groups }) => ({
      code: groups?.code ?? '',
      status: statusOf[groups?.kind ?? ''] ?? 0,
      where: path.split('/').slice(0, 2).join('/'),
    }));
  });

const codesOf = (table: Readonly<Record<string, { readonly status: number }>>, where: string) =>
  Object.entries(table).map(([code, { status }]) => ({ code, status, where }));

/** The codes of the doors themselves. */
export const doorCodes = (): ErrorCode[] => [
  ...codesOf(protocolCodes, 'packages/http'),
  ...codesOf(gatewayCodes, 'services/api-gateway'),
];
