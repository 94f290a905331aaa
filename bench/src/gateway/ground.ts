import { type Ground, startChild } from '../harness/index.ts';

const readyWithinMs = 10_000;

/** Starts a program that stands behind the contenders, on the CPU of the load. */
export const startBehind = async (program: URL) => {
  const child = startChild({ program, cpu: 1 });
  const { port } = (await child.answer(readyWithinMs)) as { port: number };
  return { url: `http://127.0.0.1:${port}`, end: child.end };
};

/** The service behind the gateways. */
export const upstreamGround = async (): Promise<Ground> => {
  const upstream = await startBehind(new URL('./upstream.ts', import.meta.url));
  return { environment: { BENCH_UPSTREAM: upstream.url }, close: upstream.end };
};
