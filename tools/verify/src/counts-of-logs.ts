import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Counts, countTests } from './counts.ts';

/** The tests of all packages, from the logs that turbo keeps of every task, run just now or cached. */
export const countsOfLogs = (root: string): Counts =>
  countTests(
    globSync('{packages,services,tools,infra}/*/.turbo/turbo-*.log', { cwd: root })
      .concat(globSync('{e2e,bench}/.turbo/turbo-*.log', { cwd: root }))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n'),
  );
