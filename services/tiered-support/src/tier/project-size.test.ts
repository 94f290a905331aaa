import { projectSize } from './project-size.ts';
import { shippedPolicy } from './shipped-policy.ts';

const sizeOf = ({ amountMinor = 0, units = 1, interfaces = 0 }) =>
  projectSize(shippedPolicy.thresholds, {
    value: { amountMinor },
    units,
    interfaces,
  });

describe('the size of a project', () => {
  it.each([
    { amountMinor: 99_999_999, isLarge: false },
    { amountMinor: 100_000_000, isLarge: true },
  ])('R98: $amountMinor in cents is large: $isLarge', ({ amountMinor, isLarge }) => {
    expect(sizeOf({ amountMinor })).toEqual({ isLarge, isComplex: false });
  });

  it.each([
    { units: 2, interfaces: 2, isComplex: false },
    { units: 3, interfaces: 0, isComplex: true },
    { units: 1, interfaces: 3, isComplex: true },
  ])(
    'R100: $units units and $interfaces interfaces are complex: $isComplex',
    ({ isComplex, ...parts }) => {
      expect(sizeOf(parts)).toEqual({ isLarge: false, isComplex });
    },
  );
});
