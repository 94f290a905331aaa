import { allRoutes } from '@steward/contracts';
import { manifests, pages } from './pages.ts';
import { sources } from './sources.ts';

const textOf = (path: string): string =>
  sources(/\.md$/).find((source) => source.path === path)?.text ?? '';

/** The names in backticks that begin the bullets under a heading. */
const bulletsUnder = (heading: string, text: string): string[] => {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^- `([^`]+)`/gm)].map(([, name = '']) => name).sort();
};

const names = (entries: readonly { readonly name: string }[]) =>
  entries.map(({ name }) => name).sort();

describe('the documents', () => {
  it.each(pages())('say in $path what the code says', ({ path, expected }) => {
    expect(textOf(path)).toBe(expected);
  });

  it('draw every service and some of what they tell each other', () => {
    const [, picture = ''] = /```mermaid\n([^`]*)```/.exec(textOf('README.md')) ?? [];
    for (const { service } of manifests) expect(picture).toContain(`gateway --> ${service}`);
    expect(picture).toContain('.-> data-service');
  });

  it.each(manifests)('list the doors of $service as they are', (manifest) => {
    const text = textOf(`services/${manifest.service}/README.md`);
    expect(bulletsUnder('Routes', text)).toEqual([...manifest.routes].sort());
    expect(bulletsUnder('Consumers', text)).toEqual(names(manifest.consumers));
    expect(bulletsUnder('Read models', text)).toEqual(names(manifest.readModels));
  });

  it('leave no route of the contracts without a door', () => {
    const opened = manifests.flatMap(({ routes }) => routes).sort();
    expect(opened).toEqual(allRoutes.map(({ name }) => name).sort());
  });

  it('mention every command of the project that people are told to use', () => {
    const scripts = Object.keys(
      JSON.parse(sources(/^package\.json$/)[0]?.text ?? '{}').scripts as Record<string, string>,
    );
    const told = [...textOf('README.md').matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(told.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
