import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stackFolder } from '@steward/local';
import { options } from './options.ts';

// Imported before anything that logs: the terminal is for people, and the lines of the services go to a file.
mkdirSync(stackFolder(options.stack), { recursive: true });
process.env.LOG_FILE ??= join(stackFolder(options.stack), 'steward.log');

export const logFile = process.env.LOG_FILE;
