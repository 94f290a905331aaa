import type { FaultProxy } from '@steward/testing/faults';
import type { Fault } from './fault.ts';

interface Trouble {
  readonly name: string;
  readonly begin: (proxy: FaultProxy) => Promise<void>;
}

const troubles: readonly Trouble[] = [
  { name: 'cut', begin: (proxy) => proxy.cut() },
  { name: 'refused', begin: (proxy) => proxy.refuse() },
  { name: 'black-holed', begin: (proxy) => proxy.blackhole() },
  { name: 'late', begin: (proxy) => proxy.slow({ latencyMs: 300 }) },
  { name: 'narrow', begin: (proxy) => proxy.slow({ latencyMs: 20, bytesPerSecond: 40_000 }) },
  { name: 'answers-lost', begin: (proxy) => proxy.halfOpen({ lost: 'answers' }) },
  { name: 'requests-lost', begin: (proxy) => proxy.halfOpen({ lost: 'requests' }) },
  { name: 'server-gone', begin: (proxy) => proxy.halfOpen({ lost: 'server' }) },
];

/** What goes wrong on the way between one program and one server, or between the gateway and a service. */
export const networkFaults: readonly Fault[] = troubles.map(({ name, begin }) => ({
  name: `network-${name}`,
  kind: 'network',
  strike: async ({ town }, chance) => {
    const way = chance.pick(town.ways);
    const lastsMs = chance.whole(500, 15_000);
    await Promise.all(way.proxies.map(begin));
    const heal = async () => {
      await Promise.all(way.proxies.map((proxy) => proxy.heal()));
    };
    return { what: `${way.from} to ${way.to} for ${lastsMs} ms`, lastsMs, heal };
  },
}));
