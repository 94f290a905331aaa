import { randomUUID } from 'node:crypto';
import {
  issueToken,
  type Stack,
  stackEnvironment,
  startStack,
  type TokenClaims,
} from '@steward/local';
import {
  Config,
  type RunningService,
  readConfig,
  type Service,
  startService,
} from '@steward/service';

/** An answer as a test looks at it. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A caller of a service with a token of its own. */
export interface TestCaller {
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
}

const stackName = 'test';

const answerOf = async (response: Response): Promise<TestAnswer> => {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
};

/** Calls a base URL as somebody: `callerOf(url, { subject: 'ada', roles: ['account-owner'] })`. */
export const callerOf = async (url: string, claims: TokenClaims): Promise<TestCaller> => {
  const authorization = `Bearer ${await issueToken(stackName, claims)}`;
  return {
    get: async (path, headers = {}) =>
      answerOf(await fetch(`${url}${path}`, { headers: { authorization, ...headers } })),
    post: async (path, body = {}, headers = {}) =>
      answerOf(
        await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
  };
};

/** The environment of a platform that shares nothing with any other on the same servers. */
export const privateEnvironment = (stack: Stack): Record<string, string> => {
  const name = `test-${randomUUID().slice(0, 8)}`;
  return {
    ...stackEnvironment(stack),
    KAFKA_PARTITIONS: '4',
    NAMESPACE: name,
    TOPIC_PREFIX: `${name}.`,
  };
};

/** Several services on the real stack, in a world of their own. */
export const startServicesForTest = async (
  services: readonly Service[],
  { now = () => new Date() }: { readonly now?: () => Date } = {},
): Promise<{
  running: RunningService[];
  environment: Record<string, string>;
  stop(): Promise<void>;
}> => {
  const environment = privateEnvironment(await startStack({ name: stackName }));
  const config = readConfig(Config, environment);
  const onFatal = (error: unknown) => {
    throw error;
  };
  const running = await Promise.all(
    services.map((service) => startService(service, { config, now, onFatal })),
  );
  const stop = async () => {
    await Promise.all(running.map((service) => service.stop()));
  };
  return { running, environment, stop };
};

/** Asks again until the answer fits, for what arrives by events. */
export const eventually = async <Result>(
  ask: () => Promise<Result>,
  fits: (result: Result) => boolean,
  secondsMax = 15,
): Promise<Result> => {
  const deadline = Date.now() + secondsMax * 1_000;
  for (;;) {
    const result = await ask();
    if (fits(result)) return result;
    if (Date.now() > deadline)
      throw new Error(`It never came to fit; at last it was ${JSON.stringify(result)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
