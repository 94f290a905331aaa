import { startStack } from '@steward/local';
import { type RunningPlatform, startPlatform } from '@steward/platform';
import { privateEnvironment } from '@steward/testing';

export interface TestPlatform extends RunningPlatform {
  /** What sets this platform apart from others on the same servers; hand it on to share its data. */
  readonly environment: Record<string, string>;
}

/** The whole platform on the real test stack, in a world of its own unless it is to share another's. */
export const startPlatformForTest = async (
  shared?: Record<string, string>,
): Promise<TestPlatform> => {
  const stack = await startStack({ name: 'test' });
  const environment = shared ?? privateEnvironment(stack);
  const onFatal = (error: unknown) => {
    throw error;
  };
  const platform = await startPlatform({ stack, port: 0, environment, onFatal });
  return { ...platform, environment };
};
