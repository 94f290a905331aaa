import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nouns } from '../catalogue.ts';
import {
  committedRevisions,
  committedWires,
  contractsFolder,
  textOf,
  writeRevision,
} from './committed.ts';
import { eventSchema } from './event-schema.ts';
import { documents } from './generated.ts';
import { revise } from './revision.ts';

const events = nouns.flatMap((noun) => noun.events);

const steps = events.map((contract) => ({
  wire: contract.wire,
  step: revise(committedRevisions(contract.wire), eventSchema(contract)),
}));

const declared = new Set(events.map(({ wire }) => wire));
const withdrawn = committedWires()
  .filter((wire) => !declared.has(wire))
  .map((wire) => `${wire}: is committed but no longer declared, and consumers may still read it`);

const refusals = steps.flatMap(({ wire, step }) =>
  step.kind === 'refused' ? step.reasons.map((reason) => `${wire}: ${reason}`) : [],
);

/** All or nothing: a refused change must not leave half of the files written. */
const write = (): string[] => {
  const added = steps.flatMap(({ wire, step }) => {
    if (step.kind !== 'added') return [];
    writeRevision(wire, step.revision);
    return [`schemas/${wire}/${step.revision.number}.json`];
  });
  const changed = documents().flatMap(({ name, document }) => {
    const file = join(contractsFolder, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === textOf(document)) return [];
    writeFileSync(file, textOf(document));
    return [name];
  });
  return [...added, ...changed];
};

const reasons = [...withdrawn, ...refusals];
if (reasons.length > 0) {
  process.stderr.write(
    `These changes would break consumers or producers that run today. Declare a new version ` +
      `(.vN+1) beside the old one instead:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`,
  );
  process.exitCode = 1;
} else {
  const written = write();
  process.stdout.write(
    written.length > 0 ? `${written.join('\n')}\n` : 'The contracts are as they are committed.\n',
  );
}
