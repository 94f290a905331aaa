/**
 * Picks by Zipf's law: the second is picked half as often as the first, the third a third as often. The same picks
 * every time, in an order without runs.
 */
export const zipfPicks = (items: number, picks: number): number[] => {
  const weights = Array.from({ length: items }, (_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ends: number[] = [];
  for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight / total);
  // Multiples of the golden section fill the interval from 0 to 1 evenly, however many are taken.
  const goldenSection = (Math.sqrt(5) - 1) / 2;
  return Array.from({ length: picks }, (_, pick) => {
    const at = ((pick + 1) * goldenSection) % 1;
    const found = ends.findIndex((end) => at < end);
    return found === -1 ? items - 1 : found;
  });
};
