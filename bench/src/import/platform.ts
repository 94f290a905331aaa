import { startStack } from '@steward/local';
import { startPlatform } from '@steward/platform';
import { announce } from '../harness/contender.ts';

/** The gateway and all services in one process, as `npm start` runs them, in a world of its own. */
const { NAMESPACE = '', TOPIC_PREFIX = '', STEWARD_STACK = '' } = process.env;
const platform = await startPlatform({
  stack: await startStack({ name: STEWARD_STACK }),
  port: 0,
  environment: { NAMESPACE, TOPIC_PREFIX },
  onFatal: (error) => {
    throw error;
  },
});
announce(Number(new URL(platform.url).port), platform.stop);
