import type { TierPolicyContent } from '@steward/contracts';

/**
 * Who serves what while a company has not said it otherwise.
 *
 * A partner's customer gets the technical team of its branch when the project is large or complex: either
 * is more than a call centre can know by heart, so the call centre takes what is small and simple.
 */
export const shippedPolicy: TierPolicyContent = {
  thresholds: {
    // 1,000,000.00: a contract that the whole company notices when it goes wrong.
    largeFromMinor: 100_000_000,
    // Two units can settle things between themselves; from the third on, somebody has to coordinate.
    complexFromUnits: 3,
    // Each interface adds another system's owner to every question; three of them are a team's work.
    complexFromInterfaces: 3,
  },
  rows: [
    {
      name: 'self-led-large',
      when: { channel: 'project', leader: 'self', isLarge: true },
      tier: 1,
      servedBy: 'delivery-centre',
    },
    {
      // No source says who serves these; the branch is nearest to them and has technical people.
      name: 'self-led-not-large-by-our-choice',
      when: { channel: 'project', leader: 'self', isLarge: false },
      tier: 2,
      servedBy: 'branch-technical-team',
    },
    {
      name: 'partner-led-large',
      when: { channel: 'project', leader: 'partner', isLarge: true },
      tier: 2,
      servedBy: 'branch-technical-team',
    },
    {
      name: 'partner-led-complex',
      when: { channel: 'project', leader: 'partner', isLarge: false, isComplex: true },
      tier: 2,
      servedBy: 'branch-technical-team',
    },
    {
      name: 'partner-led-small-and-simple',
      when: { channel: 'project', leader: 'partner', isLarge: false, isComplex: false },
      tier: 2,
      servedBy: 'call-centre',
    },
    { name: 'bought-directly', when: { channel: 'direct' }, tier: 3, servedBy: 'call-centre' },
    { name: 'bought-from-dealer', when: { channel: 'dealer' }, tier: 3, servedBy: 'call-centre' },
    { name: 'bought-online', when: { channel: 'e-commerce' }, tier: 3, servedBy: 'call-centre' },
  ],
};
