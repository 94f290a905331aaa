const count = (text: string, character: string): number => {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
};

const countAll = (fields: readonly string[], character: string): number =>
  fields.reduce((sum, field) => sum + count(field, character), 0);

/** Turns the lines that the parser counts into those that an editor shows. */
export class LineCount {
  /** The line that the next row begins on, or a blank one before it. */
  next: number;
  readonly #before: number;
  #parserLines = 0;
  #countedTwice = 0;

  constructor(first: number) {
    this.next = first;
    this.#before = first - 1;
  }

  /** The line that a row begins on, from the line of its end as the parser counts. */
  take(fields: readonly string[], parserLines: number): number {
    const isPlain = parserLines === this.#parserLines + 1;
    this.#parserLines = parserLines;
    // Inside quotes the parser takes CR LF for two ends of lines.
    if (!isPlain) this.#countedTwice += countAll(fields, '\r');
    const last = this.#before + parserLines - this.#countedTwice;
    this.next = last + 1;
    return isPlain ? last : last - countAll(fields, '\n');
  }
}
