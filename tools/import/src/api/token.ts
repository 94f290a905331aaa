import { defaultStackName, issueToken } from '@steward/local';

/** Where tokens come from; asked again once one has expired. */
export type TokenSource = () => Promise<string>;

/** A token that was given is all there is; without one, the local stack's issuer signs as many as it takes. */
export const tokenSource = (given: string | undefined): TokenSource => {
  if (given !== undefined) return async () => given;
  return () => issueToken(defaultStackName(), { subject: 'importer', roles: ['importer'] });
};
