/** Whether a version is at least another, number by number. */
export const isAtLeast = (version: string, least: string): boolean => {
  const found = numbersOf(version);
  const wanted = numbersOf(least);
  for (const [place, number] of wanted.entries()) {
    const here = found[place] ?? 0;
    if (here !== number) return here > number;
  }
  return true;
};

const numbersOf = (version: string): number[] => version.split('.').map(Number);
