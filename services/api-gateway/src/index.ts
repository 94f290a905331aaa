export { type GatewayOptions, gatewayServer } from './gateway.ts';
export { type GatewayCode, gatewayCodes } from './gateway-codes.ts';
export { GatewayConfig, upstreamsOf } from './gateway-config.ts';
export { requestMeasures } from './measure.ts';
export { watchOverload } from './overload.ts';
export { readPages } from './pages.ts';
export { type GatewayStart, type RunningGateway, startGateway } from './start-gateway.ts';
export { upstreamAt } from './upstream.ts';
