import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import type { SourceEdit } from './misbehaviour.ts';
import { type SabotageName, sabotages } from './sabotages.ts';

const decoder = new TextDecoder();
const standardError = 2;
const sabotageFailed = 70;

/** Changes sources while they are loaded, before their types are stripped. */
export const sabotage = (wished: readonly (SabotageName | SourceEdit)[]): void => {
  const edits = wished.map(editOf);
  const made = new Map<SourceEdit, string>();
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const due = edits.filter(({ file }) => url.endsWith(`/${file}`));
      if (due.length === 0) return loaded;
      let text = textOf(loaded.source);
      for (const edit of due) {
        if (made.has(edit)) fail(edit, `was found twice, at ${made.get(edit)} and at ${url}`);
        made.set(edit, url);
        text = edited(text, edit);
      }
      return { ...loaded, source: text };
    },
  });
  process.on('exit', () => complainOfMissed(edits.filter((edit) => !made.has(edit))));
};

const editOf = (wish: SabotageName | SourceEdit): SourceEdit => {
  if (typeof wish !== 'string') return wish;
  const edit: SourceEdit | undefined = sabotages[wish];
  if (edit === undefined) throw new Error(`There is no sabotage "${wish}"`);
  return edit;
};

const textOf = (source: string | ArrayBuffer | NodeJS.TypedArray | undefined | null): string =>
  typeof source === 'string' ? source : decoder.decode(source ?? new Uint8Array());

const edited = (text: string, edit: SourceEdit): string => {
  const [before, ...after] = text.split(edit.find);
  if (after.length !== 1) fail(edit, `has "${edit.find}" ${after.length} times instead of once`);
  return `${before}${edit.replace}${after.join('')}`;
};

/** An edit that does not apply would pass for a guarantee that held, so nothing goes on without it. */
const fail = (edit: SourceEdit, why: string): never => {
  complain(edit, why);
  return process.exit(sabotageFailed);
};

// Workers load less than the process does, so only the process as a whole can miss a file.
const complainOfMissed = (missed: readonly SourceEdit[]): void => {
  if (!isMainThread || process.exitCode === sabotageFailed) return;
  for (const edit of missed) complain(edit, 'was never loaded');
  if (missed.length > 0) process.exitCode = sabotageFailed;
};

const complain = ({ file }: SourceEdit, why: string): void => {
  writeSync(standardError, `The sabotage cannot be done: ${file} ${why}\n`);
};
