export { type GatewayCode, gatewayCodes } from './gateway-codes.ts';
export { GatewayConfig, upstreamsOf } from './gateway-config.ts';
export { type GatewayStart, type RunningGateway, startGateway } from './start-gateway.ts';
