import { account } from '@steward/account';
import { Config, readConfig, startService } from '@steward/service';
import { announce } from '../harness/contender.ts';

/** The service that takes the commands, as it is started in production. */
const service = await startService(account, {
  config: readConfig(Config, process.env),
  onFatal: (error) => {
    throw error;
  },
});

announce(Number(new URL(service.url).port), service.stop, { healthUrl: service.healthUrl });
