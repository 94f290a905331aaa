import { parseArgs } from 'node:util';
import { type Role, roles, type Scope, scopes } from '@steward/contracts';
import { defaultStackName } from './folders.ts';
import type { TokenClaims } from './issuer.ts';

export const usage = `npm run token -- --role <role> [--role <role>]… [--subject ada] [--account <id>]
  [--partner <id>] [--unit <id>] [--scope <scope>]… [--expires 8h] [--name dev]`;

/** What a command line asks for: a token with these claims, from this stack's issuer. */
export interface TokenWish {
  readonly name: string;
  readonly claims: TokenClaims;
}

const options = {
  role: { type: 'string', multiple: true },
  subject: { type: 'string', default: 'ada' },
  account: { type: 'string' },
  partner: { type: 'string' },
  unit: { type: 'string' },
  scope: { type: 'string', multiple: true },
  expires: { type: 'string', default: '8h' },
  name: { type: 'string', default: defaultStackName() },
} as const;

/** Reads the arguments of `npm run token`, and refuses a role or scope that nothing would ever accept. */
export const parseTokenWish = (args: readonly string[]): TokenWish => {
  const { name, role = [], scope = [], ...rest } = parseArgs({ args: [...args], options }).values;
  if (role.length === 0) throw new Error(`A token needs a role.\n${usage}\n${rolesKnown}`);
  const claims = { ...rest, roles: role.map(toRole), scope: scope.map(toScope) };
  return { name, claims };
};

const rolesKnown = `Roles: ${Object.keys(roles).join(', ')}`;

const toRole = (word: string): Role => {
  if (!Object.hasOwn(roles, word)) throw new Error(`There is no role "${word}". ${rolesKnown}`);
  return word as Role;
};

const toScope = (word: string): Scope => {
  const scope = scopes.find((known) => known === word);
  if (scope === undefined)
    throw new Error(`There is no scope "${word}". Scopes: ${scopes.join(', ')}`);
  return scope;
};
