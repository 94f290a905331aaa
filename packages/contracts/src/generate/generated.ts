import { join } from 'node:path';
import { allRoutes, nouns } from '../catalogue.ts';
import * as exported from '../index.ts';
import { asyncapi } from './asyncapi.ts';
import { contractsFolder } from './committed.ts';
import { openapi } from './openapi.ts';

/** The documents that are generated whole, with the file that each is kept in. */
export const documents = () => [
  { file: join(contractsFolder, 'openapi.json'), document: openapi(allRoutes, exported) },
  { file: join(contractsFolder, 'asyncapi.json'), document: asyncapi(nouns, exported) },
];
