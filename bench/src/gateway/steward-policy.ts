import { GatewayConfig, startGateway } from '@steward/api-gateway';
import { readConfig } from '@steward/service';
import { stopTelemetry } from '@steward/telemetry';
import { announce } from '../harness/contender.ts';
import { upstreamUrl } from './subject.ts';

/** The gateway as it is started in production, with quotas that the load does not reach. */
const quotas = { QUOTA_BURST_PER_SECOND: '100000', QUOTA_PER_MINUTE: '6000000' };

const gateway = await startGateway({
  config: readConfig(GatewayConfig, { ...process.env, ...quotas, QUOTA_PER_DAY: '1000000000' }),
  upstreams: { account: upstreamUrl() },
  onFatal: (error) => {
    throw error;
  },
});

announce(Number(new URL(gateway.url).port), async () => {
  await gateway.stop();
  await stopTelemetry();
});
