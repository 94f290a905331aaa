import type { Contender, Ground, Load, Sample, ServerContender, Setting } from './benchmark.ts';
import { startChild } from './child.ts';
import { checkAnswer, putUnderLoad } from './load.ts';
import { residentMegabytesOf, watchCpu } from './process-cpu.ts';

const readyWithinMs = 60_000;
/** A program may take this long for all of its units. */
const programWithinMs = 15 * 60_000;

/** Until the code is compiled: so many requests, or so long where the machine is slow. */
const warmUp = { seconds: 1, requestsMin: 20_000, timesMax: 4 };
const sampleSeconds = { full: 3, quick: 2 };

const start = (contender: Contender, ground: Ground, { isQuick }: Setting) => {
  const { program, cpu = 0, nodeOptions = [], environment } = contender;
  return startChild({
    program,
    cpu,
    nodeOptions,
    environment: {
      ...ground.environment,
      ...environment,
      BENCH_QUICK: String(isQuick),
      BENCH_SERVERS: JSON.stringify(ground.servers ?? {}),
    },
  });
};

const warm = async (load: Load, url: string): Promise<void> => {
  let requests = 0;
  for (let times = 0; times < warmUp.timesMax && requests < warmUp.requestsMin; times += 1)
    requests += (await putUnderLoad(load, { url, seconds: warmUp.seconds, cpu: 1 })).requests;
};

const sampleOfServer = async (
  contender: ServerContender,
  ground: Ground,
  setting: Setting,
): Promise<Sample> => {
  const child = start(contender, ground, setting);
  try {
    const { port } = (await child.answer(readyWithinMs)) as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const load = { ...contender.load, ...ground.load };
    await checkAnswer(load, url);
    await warm(load, url);
    const cpu = watchCpu({ itself: child.pid, ...ground.servers });
    const seconds = setting.isQuick ? sampleSeconds.quick : sampleSeconds.full;
    const loaded = await putUnderLoad(load, { url, seconds, cpu: 1 });
    const { failures, refusals, requests, p50Ms, p99Ms } = loaded;
    if (failures + refusals > 0)
      throw new Error(`${failures} of ${requests} requests were not answered, ${refusals} refused`);
    const cpuSeconds = cpu();
    const figures = { memoryMegabytes: residentMegabytesOf(child.pid) };
    return { units: requests, seconds: loaded.seconds, p50Ms, p99Ms, cpuSeconds, figures };
  } finally {
    await child.end();
  }
};

const sampleOfProgram = async (
  contender: Contender,
  ground: Ground,
  setting: Setting,
): Promise<Sample> => {
  const child = start(contender, ground, setting);
  try {
    return (await child.answer(programWithinMs)) as Sample;
  } finally {
    await child.end();
  }
};

/** Runs a contender once, in a process that nothing ran in before. */
export const takeSample = async (
  contender: Contender,
  ground: Ground,
  setting: Setting,
): Promise<Sample> => {
  const sample =
    contender.kind === 'server'
      ? await sampleOfServer(contender, ground, setting)
      : await sampleOfProgram(contender, ground, setting);
  const seen = await ground.seen?.();
  return seen ? { ...sample, figures: { ...sample.figures, ...seen } } : sample;
};
