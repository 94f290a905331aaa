import { allRoutes, type RouteContract, roles } from '@steward/contracts';
import { damaged, valuesOf } from '@steward/contracts/values';
import { callerOf, type TestAnswer, type TestCaller } from '@steward/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

/** Few enough that requests meet what others before them have made. */
const ids = ['acme', 'other', 'x-1', 'x-2', 'x-3'];
const anyId = fc.constantFrom(...ids);
const seed = Number(process.env.STEWARD_SEED ?? 20_260_302);
const requestsPerRoute = Number(process.env.STEWARD_REQUESTS ?? 12);

type Fields = Record<string, unknown>;

/** Ids of the pool instead of any, and now instead of any moment: most requests are to be taken seriously. */
const meeting = (value: unknown, id: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => meeting(one, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'occurredAt')
      .map(([key, inner]) =>
        /Id$/.test(key) && typeof inner === 'string' ? [key, id] : [key, meeting(inner, id)],
      ),
  );
};

const fieldsOf = (schema: z.ZodType): fc.Arbitrary<Fields> =>
  fc
    .tuple(valuesOf(z.toJSONSchema(schema, { io: 'input' })), anyId)
    .map(([value, id]) => meeting(value, id) as Fields);

const pathOf = ({ path }: RouteContract): fc.Arbitrary<string> =>
  anyId.map((id) => path.replace(/:\w+/g, id));

const searchOf = (fields: Fields): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (typeof value !== 'object') search.set(name, String(value));
  return search.size > 0 ? `?${search}` : '';
};

const requestsOf = (route: RouteContract) =>
  fc.record({
    path: pathOf(route),
    fields: fieldsOf(route.isCommand ? route.body : route.query).chain((fields) =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(fields) }, damaged(fields)),
    ),
    role: fc.constantFrom(...(['administrator', 'support-agent', 'customer', 'partner'] as const)),
  });

const send = (
  { isCommand }: RouteContract,
  caller: TestCaller,
  { path, fields }: { path: string; fields: unknown },
): Promise<TestAnswer> => {
  if (isCommand) return caller.post(path, fields);
  return caller.get(`${path}${searchOf((fields ?? {}) as Fields)}`);
};

const isSound = (
  route: RouteContract,
  { status, body }: Pick<TestAnswer, 'status' | 'body'>,
): boolean => {
  if (status < 400) return route.answer.safeParse(body).success;
  return status < 500 && typeof (body as { readonly code?: unknown }).code === 'string';
};

describe('any request', () => {
  let platform: TestPlatform;
  const callers = new Map<string, TestCaller>();

  beforeAll(async () => {
    platform = await startPlatformForTest();
    for (const role of Object.keys(roles) as (keyof typeof roles)[]) {
      const claims = { subject: 'x-1', roles: [role], account: 'acme', partner: 'x-1' };
      callers.set(role, await callerOf(platform.url, claims));
    }
  });

  afterAll(() => platform.stop());

  const answersTo = async (route: RouteContract, round: number) => {
    const answers = [];
    const parameters = { seed: seed + round, numRuns: requestsPerRoute };
    for (const request of fc.sample(requestsOf(route), parameters)) {
      const caller = callers.get(request.role);
      if (!caller) throw new Error(`Nobody is ${request.role}`);
      const { status, body } = await send(route, caller, request);
      answers.push({ route, request, status, body });
    }
    return answers;
  };

  // Twice, so that what was made the first time is there the second.
  it.each([1, 2])(
    'is answered as its contract says, or refused for a reason (round %i)',
    async (round) => {
      const answers = [];
      for (const route of allRoutes) answers.push(...(await answersTo(route, round)));
      const unsound = answers.filter(({ route, ...answered }) => !isSound(route, answered));
      expect(unsound.map(({ route, ...about }) => ({ route: route.name, ...about }))).toEqual([]);
      const statuses = new Set(answers.map(({ status }) => status));
      for (const status of [200, 201, 400, 403, 404, 409]) expect(statuses).toContain(status);
    },
  );
});
