import { allRoutes, nouns } from '../catalogue.ts';
import * as exported from '../index.ts';
import { asyncapi } from './asyncapi.ts';
import { openapi } from './openapi.ts';

/** The documents that are generated whole, by the name of the file that each is kept in. */
export const documents = () => [
  { name: 'openapi.json', document: openapi(allRoutes, exported) },
  { name: 'asyncapi.json', document: asyncapi(nouns, exported) },
];
