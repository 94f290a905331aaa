import { startChild } from './child.ts';

const readyWithinMs = 10_000;

/** Starts a program that stands behind the contenders and announces its port, on the CPU of the load. */
export const startBehind = async (program: URL) => {
  const child = startChild({ program, cpu: 1 });
  const { port } = (await child.answer(readyWithinMs)) as { readonly port: number };
  return { url: `http://127.0.0.1:${port}`, end: child.end };
};
