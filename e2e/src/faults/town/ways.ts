import type { Stack } from '@steward/local';
import { type FaultProxy, faultProxy } from '@steward/testing/faults';

/** The network between one program and whatever it talks to; every connection goes through these proxies. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly proxies: readonly FaultProxy[];
}

const hostsIn = (url: string): string[] => url.match(/[\w.]+:\d+/g) ?? [];

const serversOf = ({ kafkaBrokers, mongodbUrl, redisUrl }: Stack, isGateway: boolean) =>
  isGateway
    ? { redis: hostsIn(redisUrl) }
    : { kafka: [...kafkaBrokers], mongodb: hostsIn(mongodbUrl) };

/** Lays the ways from a program to its servers, and says which address each connection is to take instead. */
export const layWays = async (
  stack: Stack,
  from: string,
  isGateway: boolean,
): Promise<{
  readonly ways: readonly Way[];
  readonly reroute: Readonly<Record<string, number>>;
}> => {
  const ways: Way[] = [];
  const reroute: Record<string, number> = {};
  for (const [to, addresses] of Object.entries(serversOf(stack, isGateway))) {
    const proxies: FaultProxy[] = [];
    for (const address of addresses) {
      const [host = '', port = ''] = address.split(':');
      const proxy = await faultProxy({ to: { host, port: Number(port) } });
      reroute[address] = proxy.port;
      proxies.push(proxy);
    }
    ways.push({ from, to, proxies });
  }
  return { ways, reroute };
};
