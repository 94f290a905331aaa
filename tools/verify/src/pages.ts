import { services } from '@steward/platform';
import { doorCodes } from './errors.ts';
import { errorsPage } from './errors-page.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { pictureOf } from './picture.ts';
import { sources } from './sources.ts';

/** A page of the project as it should be, by its path. */
export interface Page {
  readonly path: string;
  readonly expected: string;
}

export const manifests: readonly Manifest[] = services.map(manifestOf);

const textOf = (path: string): string =>
  sources(/\.md$/).find((source) => source.path === path)?.text ?? '';

const picture = /(?<=```mermaid\n)[^`]*(?=\n```)/;

/** Pages, or parts of them, that follow from the code. `npm run docs` writes them; a test compares. */
export const pages = (): Page[] => [
  { path: 'docs/errors.md', expected: errorsPage(doorCodes()) },
  { path: 'README.md', expected: textOf('README.md').replace(picture, pictureOf(manifests)) },
];

export const isUpToDate = ({ path, expected }: Page): boolean => textOf(path) === expected;
