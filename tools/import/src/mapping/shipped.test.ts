import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { CrmMapping } from '../crm/crm-mapping.ts';
import { IncidentMapping } from '../incidents/incident-mapping.ts';
import { shippedNames } from './choose-mapping.ts';
import { mappingSchemas } from './schemas.ts';

const folder = resolve(import.meta.dirname, '../../mappings');
const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const kinds: readonly { kind: string; schema: z.ZodType; names: readonly string[] }[] = [
  {
    kind: 'incidents',
    schema: IncidentMapping,
    names: ['bpic-2013-incidents', 'generated-incidents'],
  },
  { kind: 'crm', schema: CrmMapping, names: ['generated-crm', 'maven-crm'] },
];

describe.each(kinds)('the mappings for $kind', ({ kind, schema, names }) => {
  it('that ship are these', async () => {
    expect(await shippedNames(kind)).toEqual(names);
  });

  it.each(names)('hold what a mapping holds: %s', (name) => {
    expect(schema.safeParse(json(`${name}.json`)).error).toBeUndefined();
  });

  it('are described by the committed JSON Schema (npm run schemas -w tools/import writes it)', () => {
    const file = `${kind}.schema.json`;
    expect(json(file)).toEqual(JSON.parse(mappingSchemas[file] ?? ''));
  });
});
