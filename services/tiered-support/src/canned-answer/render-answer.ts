import type { CannedAnswerContent } from '@steward/contracts';

/** What a canned answer may leave open until it is used. */
export const placeholders = ['customer.name', 'ticket.subject', 'ticket.id', 'agent'] as const;
export type Filling = Readonly<Record<(typeof placeholders)[number], string>>;

const open = /\{\{([^{}]*)\}\}/g;

/** All that stands between double braces, whether anybody knows it or not. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(open)].map(([, name = '']) => name.trim());

/** The text in the language that is asked for, or else the first, with every placeholder filled in, once. */
export const renderAnswer = (
  { texts }: CannedAnswerContent,
  filling: Filling,
  wanted?: string,
): { readonly language: string; readonly text: string } => {
  const variant = texts.find(({ language }) => language === wanted) ?? texts[0];
  if (!variant) throw new Error('A canned answer has no text');
  const values: ReadonlyMap<string, string> = new Map(Object.entries(filling));
  const text = variant.text.replace(
    open,
    (whole, name: string) => values.get(name.trim()) ?? whole,
  );
  return { language: variant.language, text };
};
