import type { Client } from '../api/client.ts';
import type { Questions } from '../api/settle.ts';
import type { Watch } from '../wish.ts';
import { Journal } from './journal.ts';
import { forgetJournal, journalIn } from './state-folder.ts';

const goneFrom = async (
  client: Client,
  names: readonly string[],
  { is }: Questions,
): Promise<string | undefined> => {
  for (const name of names) if ((await client.get(is(name))).status === 404) return name;
  return undefined;
};

/**
 * Opens what an earlier run has written down. A journal of things that the platform does not hold is
 * about a platform that is gone, whose successor has none of these rows; it is put aside.
 */
export const openJournal = async (
  folder: string,
  { client, questions, watch }: { client: Client; questions: Questions; watch: Watch },
): Promise<Journal> => {
  const journal = new Journal(journalIn(folder));
  const gone = await goneFrom(client, journal.proofs, questions);
  if (gone === undefined) {
    if (journal.size > 0) watch.say(`Goes on: ${journal.size} rows are in already.`);
    return journal;
  }
  watch.say(`The platform does not hold ${gone} any more, so the import begins anew.`);
  journal.close();
  forgetJournal(folder);
  return new Journal(journalIn(folder));
};
