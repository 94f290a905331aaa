import { readConfig, runUntilSignal } from '@steward/service';
import { GatewayConfig, upstreamsOf } from './gateway-config.ts';
import { startGateway } from './start-gateway.ts';

const config = readConfig(GatewayConfig, process.env);

await runUntilSignal('api-gateway', (onFatal) =>
  startGateway({ config, upstreams: upstreamsOf(config), onFatal }),
);
