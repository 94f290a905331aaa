export interface SoldLine {
  readonly offeringId: string;
  readonly quantity: number;
}

/** How much of each offering was sold, where several lines of one win name the same. */
export const soldQuantities = (lines: readonly SoldLine[]): SoldLine[] => {
  const quantities = new Map<string, number>();
  for (const { offeringId, quantity } of lines)
    quantities.set(offeringId, (quantities.get(offeringId) ?? 0) + quantity);
  return [...quantities].map(([offeringId, quantity]) => ({ offeringId, quantity }));
};
