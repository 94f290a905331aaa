/** What a token may do. A route names the one scope that it asks for. */
export const scopes = [
  'accounts:read',
  'accounts:write',
  'opportunities:read',
  'opportunities:write',
  'catalogue:read',
  'catalogue:write',
  'tickets:read',
  'tickets:write',
  'support:read',
  'support:write',
  'support:work',
  'reports:read',
  'history:backdate',
] as const;
export type Scope = (typeof scopes)[number];

const readAll = scopes.filter((scope) => scope.endsWith(':read'));

/** What each role may do. A token carries roles; the scopes follow from them here and nowhere else. */
export const roles = {
  'account-owner': [
    ...readAll,
    'accounts:write',
    'opportunities:write',
    'tickets:write',
    'support:work',
  ],
  'opportunity-owner': [...readAll, 'opportunities:write'],
  'product-manager': ['catalogue:read', 'catalogue:write', 'reports:read'],
  'support-agent': [
    'accounts:read',
    'catalogue:read',
    'tickets:read',
    'tickets:write',
    'support:read',
    'support:work',
  ],
  /** Says how support works: hours, policies, people. */
  'support-manager': [...readAll, 'tickets:write', 'support:write', 'support:work'],
  analyst: readAll,
  /** Sees its own account only: the token names it in `account`. */
  customer: ['accounts:read', 'catalogue:read', 'tickets:read', 'tickets:write'],
  /** Sees the projects that it leads, and their tickets: the token names it in `partner`. */
  partner: ['catalogue:read', 'tickets:read', 'tickets:write'],
  /** Brings in another system's records with their original times. */
  importer: scopes,
  administrator: scopes,
} as const satisfies Record<string, readonly Scope[]>;
export type Role = keyof typeof roles;

const outsiders: readonly Role[] = ['customer', 'partner'];

/** Whoever is a customer or a partner, whatever else they are, does none of our work and hears nothing of it. */
export const isStaff = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  !roles.some((role) => outsiders.includes(role));
