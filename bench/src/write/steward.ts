import { account } from '@steward/account';
import { Config, readConfig, type Service, startService } from '@steward/service';
import { announce } from '../harness/contender.ts';
import { newWorld } from '../world/world.ts';

/** The service as it ships, without what it reads: the others read nothing either. */
const commandsOnly: Service = {
  ...account,
  open: (platform) => ({ ...account.open(platform), consumers: [], projections: [] }),
};

const running = await startService(commandsOnly, {
  config: readConfig(Config, { ...newWorld(), ...process.env }),
  onFatal: (error) => {
    throw error;
  },
});
announce(Number(new URL(running.url).port), running.stop);
