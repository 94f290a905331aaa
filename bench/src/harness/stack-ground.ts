import { type Stack, stackEnvironment, stackStatus, startStack, stopStack } from '@steward/local';
import type { Ground, Setting } from './benchmark.ts';

const stackName = 'bench';

/**
 * The real servers, in a stack of their own, as the ground of a benchmark: their addresses in the environment
 * (`KAFKA_BROKERS`, `MONGODB_URL`, `REDIS_URL`, `OIDC_*`), their CPU time measured beside the contender's.
 */
export const stackGround = async ({
  tell,
}: Setting): Promise<Ground & { readonly stack: Stack }> => {
  const stack = await startStack({ name: stackName, onProgress: (line) => tell(`  ${line}`) });
  const running = stackStatus(stackName).servers.flatMap(({ name, pid }) =>
    pid === undefined ? [] : [[name, pid] as const],
  );
  return {
    stack,
    environment: { ...stackEnvironment(stack), STEWARD_STACK: stackName },
    servers: Object.fromEntries(running),
    close: async () => {
      if (stack.startedHere) await stopStack(stackName);
    },
  };
};
