import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUpToDate, pages } from './pages.ts';
import { root } from './turbo.ts';

for (const page of pages().filter((found) => !isUpToDate(found))) {
  writeFileSync(join(root, page.path), page.expected);
  process.stdout.write(`${page.path} is written anew\n`);
}
