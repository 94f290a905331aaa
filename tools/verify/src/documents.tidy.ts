import { allRoutes } from '@steward/contracts';
import { services } from '@steward/platform';
import { manifestOf } from './manifest.ts';
import { pictureOf } from './picture.ts';
import { sources } from './sources.ts';

const manifests = services.map(manifestOf);
const textOf = (path: string): string =>
  sources(/\.md$/).find((source) => source.path === path)?.text ?? '';

/** The names in backticks that begin the bullets under a heading. */
const bulletsUnder = (heading: string, text: string): string[] => {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  const [own = ''] = section.split(/^## /m);
  return [...own.matchAll(/^- `([^`]+)`/gm)].map(([, name = '']) => name).sort();
};

describe('the documents', () => {
  it('show the platform as it is', () => {
    expect(textOf('README.md')).toContain(`\`\`\`mermaid\n${pictureOf(manifests)}\n\`\`\``);
  });

  it.each(manifests)('list the doors of $service as they are', (manifest) => {
    const text = textOf(`services/${manifest.service}/README.md`);
    const named = (entries: readonly { readonly name: string }[]) =>
      entries.map(({ name }) => name).sort();
    expect(bulletsUnder('Routes', text)).toEqual([...manifest.routes].sort());
    expect(bulletsUnder('Consumers', text)).toEqual(named(manifest.consumers));
    expect(bulletsUnder('Read models', text)).toEqual(named(manifest.readModels));
  });

  it('leave no route of the contracts without a door', () => {
    const opened = manifests.flatMap(({ routes }) => routes).sort();
    expect(opened).toEqual(allRoutes.map(({ name }) => name).sort());
  });
});
