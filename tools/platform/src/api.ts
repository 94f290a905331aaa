import type { Role } from '@steward/contracts';
import { issueToken } from '@steward/local';

/** Calls the platform as one person, and stops at the first answer that is not a yes. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<{ readonly id: string; readonly version: number }>;
}

const answerOf = async (method: string, path: string, response: Response): Promise<unknown> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
  return JSON.parse(text);
};

/** A person with a role, as the development issuer of a stack vouches for them. */
export const apiAs = async (
  stackName: string,
  url: string,
  { subject, role, account }: { subject: string; role: Role; account?: string },
): Promise<Api> => {
  const token = await issueToken(stackName, { subject, roles: [role], account });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    get: async (path) =>
      (await answerOf('GET', path, await fetch(`${url}${path}`, { headers }))) as never,
    post: async (path, body = {}) => {
      const request = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await answerOf('POST', path, await fetch(`${url}${path}`, request))) as never;
    },
  };
};
