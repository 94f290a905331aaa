import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mappingSchemas } from './schemas.ts';

const folder = resolve(import.meta.dirname, '../../mappings');

for (const [file, text] of Object.entries(mappingSchemas)) writeFileSync(join(folder, file), text);
