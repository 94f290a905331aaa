import { type Terminal, WrongUsage } from './answer.ts';

/**
 * Says what is about to be done and lets a person decide. Without one to ask it is refused, because a script
 * that means it says `--yes`.
 */
export const confirm = async (
  what: string,
  { tell, ask }: Pick<Terminal, 'tell' | 'ask'>,
  isSure: boolean,
): Promise<void> => {
  if (isSure) return;
  if (!ask) throw new WrongUsage(`${what}\nThere is nobody to ask: --yes says that it is meant.`);
  tell(what);
  const answer = await ask('Go on? [y/N] ');
  if (!/^y(es)?$/i.test(answer.trim())) throw new Error('Nothing was done.');
};
