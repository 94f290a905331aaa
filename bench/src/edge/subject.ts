import { allRoutes, type RouteContract } from '@steward/contracts';
import type { Load } from '../harness/index.ts';

/** What every edge answers, and to what; the same for all contenders. */

/** Of the platform's own routes, as many as a service has; the one that is asked is in their middle. */
const asked: RouteContract = (() => {
  const found = allRoutes.find(({ name }) => name === 'readAccount');
  if (found === undefined) throw new Error('The contracts lack the route that is asked');
  return found;
})();
const others = allRoutes.filter((route) => route !== asked).slice(0, 19);
export const routes: readonly RouteContract[] = [
  ...others.slice(0, 10),
  asked,
  ...others.slice(10),
];

export const isAsked = (route: RouteContract): boolean => route === asked;

/** Made anew for every request, so that everybody serialises it every time. */
export const noticeOf = (id: string) => ({ id, name: 'Meridian Pumps', industry: 'manufacturing' });

export const envelope = (status: number, code: string, requestId: string) => ({
  type: `urn:example:error:${code}`,
  title: code,
  status,
  code,
  requestId,
});

export const askedPrefix = '/v1/accounts/';

export const load: Load = {
  connections: 64,
  requests: [{ method: 'GET', path: `${askedPrefix}acme` }],
  expects: { status: 200, body: JSON.stringify(noticeOf('acme')) },
};
