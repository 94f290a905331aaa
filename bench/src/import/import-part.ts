import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { issueToken } from '@steward/local';
import { cpuSecondsOf, measured, report } from '../harness/index.ts';
import { startPart } from '../world/start-part.ts';
import { newWorld } from '../world/world.ts';
import { partOfLog } from './part-of-log.ts';

/**
 * Imports the first part of a log into an empty platform, by the command that people use. It ends when the
 * reports have taken everything in.
 */
const { BENCH_LOG = '', BENCH_SHARE = '1', STEWARD_STACK = '' } = process.env;
const importer = fileURLToPath(new URL('../../../tools/import/src/cli.ts', import.meta.url));
const readyWithinMs = 120_000;
const outputMax = 16 * 1024 * 1024;
const ticksPerSecond = 100;

const { folder, file, rows } = await partOfLog(BENCH_LOG, Number(BENCH_SHARE));
const platform = startPart({
  program: new URL('./platform.ts', import.meta.url),
  cpu: 'any',
  environment: { ...newWorld() },
  nodeOptions: ['--import', '@steward/telemetry/start'],
});
const { port } = (await platform.answer(readyWithinMs)) as { port: number };
const token = await issueToken(STEWARD_STACK, { subject: 'importer', roles: ['importer'] });

/** CPU time of children that have ended; the importer is the only one that has. Linux alone tells it. */
const endedChildrenSeconds = (): number => {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
};

const runImporter = async (): Promise<{ readonly badRows: number }> => {
  const flags = ['--url', `http://127.0.0.1:${port}`, '--token', token, '--json', '--restart'];
  const args = [importer, 'incidents', file, ...flags, '--state', join(folder, 'state')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: outputMax });
  return JSON.parse(stdout);
};

const platformBefore = cpuSecondsOf(platform.pid);
const { cpuSeconds: cpu, ...sample } = await measured(async () => {
  const { badRows } = await runImporter();
  return { units: rows, figures: { badRows } };
});
const cpuSeconds = {
  ...cpu,
  itself: endedChildrenSeconds(),
  platform: cpuSecondsOf(platform.pid) - platformBefore,
};
await platform.end();
await rm(folder, { recursive: true });
// The harness ends whoever has reported, so this comes last.
report({ ...sample, cpuSeconds });
