import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type SampleSize, sampleSet, sampleSize } from './sample-set.ts';

const shippedFolder = resolve(import.meta.dirname, '../../../data');

const whole = (text: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('Must be a whole number.');
};

const { out, ...size } = new Command('npm run generate --')
  .description(
    'Makes a log of incidents and a CRM set to try imports on; the same seed, the same set.',
  )
  .option('--seed <number>', 'what chance starts from', whole, sampleSize.seed)
  .option('--incidents <number>', 'cases in the log', whole, sampleSize.incidents)
  .option('--opportunities <number>', 'opportunities in the CRM', whole, sampleSize.opportunities)
  .option('--out <directory>', 'where to write them', shippedFolder)
  .parse()
  .opts<SampleSize & { out: string }>();

for (const [name, text] of Object.entries(sampleSet(size))) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`${path}\n`);
}
