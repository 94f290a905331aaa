import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem } from 'node:os';
import { loadNote } from './load.ts';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const versionOf = (name: string): string | undefined => {
  // Some packages hide their manifest from importers, so it is looked for where packages are.
  for (const folder of require.resolve.paths(name) ?? [])
    try {
      return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version as string;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  return undefined;
};

/** Where figures come from; without it they say nothing. */
export const machine = () => {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const foreign = names.filter((name) => !name.startsWith('@steward/')).sort();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()}`,
    node: process.version,
    load: loadNote,
    packages: Object.fromEntries(foreign.map((name) => [name, versionOf(name)])),
  };
};
