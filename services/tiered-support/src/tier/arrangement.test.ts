import { Arrangement, Channel, Leader } from '@steward/contracts';
import * as rules from './arrangement.ts';
import { shippedPolicy } from './shipped-policy.ts';

const arrangementOf = (project: rules.Project) => rules.arrangementOf(shippedPolicy, project);
const arrangementByChannel = (channel: rules.Project['channel']) =>
  rules.arrangementByChannel(shippedPolicy, channel);

const combinations = Channel.options.flatMap((channel) =>
  Leader.options.flatMap((leader) =>
    [true, false].flatMap((isLarge) =>
      [true, false].map((isComplex) => ({ channel, leader, isLarge, isComplex })),
    ),
  ),
);

const project = { channel: 'project', leader: 'self', isLarge: false, isComplex: false } as const;

describe('the tier of a project', () => {
  it.each(combinations)(
    'R102: follows from exactly one row for $channel, $leader-led, large $isLarge, complex $isComplex',
    (combination) => {
      expect(rules.rowsFor(shippedPolicy, combination)).toHaveLength(1);
      expect(Arrangement.parse(arrangementOf(combination))).toEqual(arrangementOf(combination));
    },
  );

  it('R102: is found by rows of which each has a name of its own and its use', () => {
    const fired = combinations.map((combination) => arrangementOf(combination).policyRow);
    expect([...new Set(fired)].sort()).toEqual(shippedPolicy.rows.map(({ name }) => name).sort());
  });

  it.each([true, false])(
    'R98: is 1, the delivery centre, for large ones led by us (complex %s)',
    (isComplex) => {
      expect(arrangementOf({ ...project, isLarge: true, isComplex })).toEqual({
        tier: 1,
        servedBy: 'delivery-centre',
        policyRow: 'self-led-large',
      });
    },
  );

  it.each([
    { isLarge: true, isComplex: true, servedBy: 'branch-technical-team', row: 'partner-led-large' },
    {
      isLarge: true,
      isComplex: false,
      servedBy: 'branch-technical-team',
      row: 'partner-led-large',
    },
    {
      isLarge: false,
      isComplex: true,
      servedBy: 'branch-technical-team',
      row: 'partner-led-complex',
    },
    {
      isLarge: false,
      isComplex: false,
      servedBy: 'call-centre',
      row: 'partner-led-small-and-simple',
    },
  ])(
    'R100: is 2, the $servedBy, for partner-led ones (large $isLarge, complex $isComplex)',
    ({ isLarge, isComplex, servedBy, row: policyRow }) => {
      const arrangement = arrangementOf({ ...project, leader: 'partner', isLarge, isComplex });
      expect(arrangement).toEqual({ tier: 2, servedBy, policyRow });
    },
  );

  it.each([
    { channel: 'direct', policyRow: 'bought-directly' },
    { channel: 'dealer', policyRow: 'bought-from-dealer' },
    { channel: 'e-commerce', policyRow: 'bought-online' },
  ] as const)(
    'R101: is 3, the call centre, for what came by $channel',
    ({ channel, policyRow }) => {
      const arrangement = { tier: 3, servedBy: 'call-centre', policyRow };
      expect(arrangementOf({ ...project, channel, isLarge: true })).toEqual(arrangement);
      expect(arrangementByChannel(channel)).toEqual(arrangement);
    },
  );

  it.each([true, false])(
    'says that small ones led by us are served by our own choice (complex %s)',
    (isComplex) => {
      expect(arrangementOf({ ...project, isComplex })).toEqual({
        tier: 2,
        servedBy: 'branch-technical-team',
        policyRow: 'self-led-not-large-by-our-choice',
      });
    },
  );

  it('says that a project that nobody named is served by our own choice', () => {
    expect(arrangementByChannel('project').policyRow).toBe('self-led-not-large-by-our-choice');
  });
});
