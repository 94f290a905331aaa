import { Id, type RouteContract, validator } from '@steward/contracts';
import findMyWay from 'find-my-way';
import { malformed, ProtocolProblem } from './protocol-problem.ts';

export interface Found<Entry> {
  readonly entry: Entry;
  /** Refuses a parameter that is no id. */
  readonly params: () => Readonly<Record<string, string>>;
}

const methods = ['GET', 'HEAD', 'POST'] as const;
type RoutedMethod = (typeof methods)[number];

const unused = (): void => {};

const fitsId = validator(Id);

const requireIds = (
  params: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  // On the way of every request: a plain loop, and nothing made while all is well.
  for (const name in params)
    if (!fitsId(params[name]).ok)
      throw malformed('The path', [{ pointer: `/${name}`, detail: 'Is not an id' }]);
  return params as Record<string, string>;
};

/** Finds what answers a request, in a time that does not grow with the number of routes. */
export const routeTable = <Entry extends { readonly contract: RouteContract }>(
  entries: readonly Entry[],
) => {
  // An id that is too long is a bad id, not an unknown path.
  const router = findMyWay({ maxParamLength: 16_384, onBadUrl: unused });
  for (const entry of entries) {
    const { method, path } = entry.contract;
    router.on(method === 'GET' ? ['GET', 'HEAD'] : method, path, unused, entry);
  }

  const elsewhere = (path: string): ProtocolProblem => {
    const allowed = methods.filter((method) => router.find(method, path) !== null);
    if (allowed.length === 0) return new ProtocolProblem('no-such-route');
    return new ProtocolProblem('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
  };

  return (method: string, path: string): Found<Entry> => {
    const found = router.find(method as RoutedMethod, path);
    if (found === null) throw elsewhere(path);
    // Only a path that cannot be decoded is found without an entry.
    if (!found.store) throw malformed('The path', [{ pointer: '', detail: 'Cannot be decoded' }]);
    return { entry: found.store as Entry, params: () => requireIds(found.params) };
  };
};
