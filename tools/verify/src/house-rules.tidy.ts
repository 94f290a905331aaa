import { dirname, join, normalize } from 'node:path';
import { importsOf, type Source, sources } from './sources.ts';

const typescript = sources(/^(packages|services|tools|infra|e2e|bench)\/.*\.ts$/);
const inServices = typescript.filter(({ path }) => path.startsWith('services/'));
const inNouns = inServices.filter(({ path }) => /^services\/[^/]+\/src\/[^/]+\//.test(path));
const isTest = ({ path }: Source) => /\.(test|tidy)\.ts$/.test(path);
const isFixture = ({ path }: Source) => path.includes('/fixtures/');
/** Rules: files of a noun without a role in their name. The gateway has no nouns of its own. */
const pure = inNouns.filter(
  (source) =>
    /\/[a-z0-9-]+\.ts$/.test(source.path) &&
    !source.path.startsWith('services/api-gateway/') &&
    !isFixture(source),
);

const pathsOf = (found: readonly Source[]) => found.map(({ path }) => path);

describe('the house rules', () => {
  it('read real files', () => {
    expect(pure.length).toBeGreaterThan(10);
  });

  it('know only these roles of files in a service', () => {
    const roles = /^[a-z0-9-]+(\.(route|consumer|projection|test|int\.test))?\.ts$/;
    const strays = inServices.filter(({ path }) => !roles.test(path.split('/').at(-1) ?? ''));
    expect(pathsOf(strays)).toEqual([]);
  });

  it('let rules import rules, domain and contracts only', () => {
    const allowed = /^(\.\.?\/([a-z0-9-]+\/)?[a-z0-9-]+\.ts|@steward\/(domain|contracts)|luxon)$/;
    const strays = pure.flatMap((source) =>
      importsOf(source)
        .filter((name) => !allowed.test(name))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('keep clocks, chance, input and output out of the rules', () => {
    const impure =
      /\b(process\.|fetch\(|setTimeout|setInterval|console\.|Date\.now|Math\.random|new Date\(\)|async )/;
    expect(pathsOf(pure.filter(({ text }) => impure.test(text)))).toEqual([]);
  });

  it('never let a service import another', () => {
    const names = [...new Set(inServices.map(({ path }) => path.split('/')[1]))];
    const strays = inServices.flatMap((source) =>
      importsOf(source)
        .filter((name) => names.some((service) => name === `@steward/${service}`))
        .map((name) => `${source.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('let only the bus talk to Kafka, the local stack start it, and benchmarks go another way', () => {
    const strays = typescript.filter(
      (source) =>
        importsOf(source).some((name) => name.startsWith('kafkajs')) &&
        !/^(packages\/bus|infra\/local|bench)\//.test(source.path),
    );
    expect(pathsOf(strays)).toEqual([]);
  });

  it('leave nothing open, skipped or silenced', () => {
    // One letter of each is in brackets, so that this file does not find itself.
    const open =
      /\bTO[D]O\b|\bFIX[M]E\b|@ts-[i]gnore|@ts-[e]xpect-error|\bas an[y][;,)\]>]|: an[y]\b/;
    const left = typescript.filter(({ text }) => open.test(text));
    expect(pathsOf(left)).toEqual([]);
  });

  it('keep files short', () => {
    const long = typescript.filter(({ text }) => text.split('\n').length > 300);
    expect(pathsOf(long.filter((source) => !isTest(source)))).toEqual([]);
  });

  it('keep no file that nothing imports', () => {
    const imported = new Set(
      typescript.flatMap((source) =>
        importsOf(source)
          .filter((name) => name.startsWith('.'))
          .map((name) => normalize(join(dirname(source.path), name))),
      ),
    );
    const entries = new Set(entryPoints());
    const orphans = typescript.filter(
      (source) =>
        !isTest(source) &&
        !isFixture(source) &&
        // Benchmarks start what they compare as programs, by its name.
        !source.path.startsWith('bench/') &&
        !imported.has(source.path) &&
        !entries.has(source.path),
    );
    expect(pathsOf(orphans)).toEqual([]);
  });
});

/** Files that are named in a package.json, or that a program is started by. */
const entryPoints = (): string[] =>
  sources(/package\.json$/).flatMap(({ path, text }) => {
    const folder = dirname(path);
    const named = [...text.matchAll(/[\w./-]+\.ts/g)].map(([name]) =>
      normalize(join(folder, name)),
    );
    return [
      ...named,
      normalize(join(folder, 'src/main.ts')),
      normalize(join(folder, 'src/cli.ts')),
    ];
  });
