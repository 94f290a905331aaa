import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { findOnPath, lastWords, outputOf } from './command.ts';
import { recipeFolder } from './folders.ts';
import { type Progress, whileSaying } from './progress.ts';

export const kafkaVersion = '4.2.0';

const recipe = join(recipeFolder, 'kafka');

/** The folder of Kafka's jars, fetched by Maven where the cache does not have them yet. */
export const kafkaJars = (
  progress: Progress,
  missing: (why: string, cause?: unknown) => Error,
): Promise<string> =>
  cached(`kafka-${kafkaVersion}`, async (folder) => {
    const maven = findOnPath('mvn');
    if (maven === undefined) throw missing('it is fetched with Maven, and no `mvn` is on PATH.');
    const line = `Apache Kafka ${kafkaVersion}: fetching 43 MB with Maven`;
    await whileSaying(progress, line, () => copyJars(maven, folder, missing));
    await checkJars(folder);
  });

const copyJars = async (
  maven: string,
  folder: string,
  missing: (why: string, cause?: unknown) => Error,
): Promise<void> => {
  const flags = ['--batch-mode', '--strict-checksums', '--file', join(recipe, 'pom.xml')];
  const goal = [
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${folder}`,
  ];
  try {
    await outputOf(maven, [...flags, ...goal], { cwd: recipe });
  } catch (cause) {
    throw missing(`Maven could not fetch it.\n  ${lastWords(cause)}`, cause);
  }
};

// Maven compares with what its registry says; this list says what the registry said when the recipe was written.
const checkJars = async (folder: string): Promise<void> => {
  const list = await readFile(join(recipe, 'jars.sha256'), 'utf8');
  for (const line of list.trim().split('\n')) {
    const [expected, jar] = line.split(/\s+/) as [string, string];
    const found = createHash('sha256')
      .update(await readFile(join(folder, jar)))
      .digest('hex');
    if (found !== expected) throw new Error(`${jar} is not the file it should be: sha256 ${found}`);
  }
};
