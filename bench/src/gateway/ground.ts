import { type Ground, startBehind } from '../harness/index.ts';

/** The service behind the gateways. */
export const upstreamGround = async (): Promise<Ground> => {
  const upstream = await startBehind(new URL('./upstream.ts', import.meta.url));
  return { environment: { BENCH_UPSTREAM: upstream.url }, close: upstream.end };
};
