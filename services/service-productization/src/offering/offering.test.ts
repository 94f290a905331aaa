import { type OfferingEvent, OfferingPublished, OfferingRetired } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { offering } from './offering.ts';
import { type PublishOffering, publishOffering } from './publish-offering.ts';
import { requireSellable } from './require-sellable.ts';
import { retireOffering } from './retire-offering.ts';

const given = scenario(offering);
const at = '2026-03-02T12:00:00.000Z';

const publish: PublishOffering = {
  offeringId: 'portal',
  name: 'Portal',
  businessType: 'platform',
  unit: 'software',
  price: { amountMinor: 9_900, currency: 'EUR', per: 'month' },
  at: new Date(at),
};
const retire = { offeringId: 'portal', at: new Date(at) };

const published: OfferingEvent = { type: 'OfferingPublished', data: { ...publish, at } };
const retired: OfferingEvent = { type: 'OfferingRetired', data: { offeringId: 'portal', at } };

describe('publish offering', () => {
  it('puts it into the catalogue with its price', () => {
    given()
      .when((offering) => publishOffering(offering, publish))
      .thenEmits(published);
  });

  it.each([
    { status: 'published', past: [published] },
    { status: 'retired', past: [published, retired] },
  ])('refuses what is $status already', ({ past }) => {
    given(...past)
      .when((offering) => publishOffering(offering, publish))
      .thenRefuses('offering-already-published');
  });
});

describe('retire offering', () => {
  it('takes it out of sale', () => {
    given(published)
      .when((offering) => retireOffering(offering, retire))
      .thenEmits(retired);
  });

  it.each([
    { status: 'absent', past: [], code: 'offering-not-found' },
    { status: 'retired', past: [published, retired], code: 'offering-already-retired' },
  ])('refuses with $code what is $status', ({ past, code }) => {
    given(...past)
      .when((offering) => retireOffering(offering, retire))
      .thenRefuses(code);
  });
});

describe('offering', () => {
  const stateAfter = (...past: OfferingEvent[]) => past.reduce(offering.evolve, offering.initial);

  it('can be sold while it is published', () => {
    const state = stateAfter(published);
    expect(requireSellable('portal', { state })).toEqual(state);
  });

  it.each([
    { status: 'unknown', found: undefined, code: 'offering-not-found' },
    { status: 'absent', found: { state: stateAfter() }, code: 'offering-not-found' },
    {
      status: 'retired',
      found: { state: stateAfter(published, retired) },
      code: 'offering-retired',
    },
  ])('cannot be sold while it is $status', ({ found, code }) => {
    expect(() => requireSellable('portal', found)).toThrow(expect.objectContaining({ code }));
  });

  it('emits only events the contracts accept', () => {
    expect(OfferingPublished.parse(published)).toEqual(published);
    expect(OfferingRetired.parse(retired)).toEqual(retired);
  });
});
