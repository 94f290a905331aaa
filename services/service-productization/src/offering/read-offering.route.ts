import { serviceProductizationRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { isKnown, type KnownOffering } from './offering.ts';

/** An offering as the outside sees it: the catalogue is open to everybody who may read it. */
const offeringAnswer = ({ version, state }: Read<KnownOffering>) => ({ ...state, version });

export const readOfferingRoute = ({ offerings }: Dependencies) =>
  answer(serviceProductizationRoutes.readOffering, async ({ params: { offeringId } }) => {
    const read = await offerings.read(offeringId);
    return isKnown(read) ? offeringAnswer(read) : undefined;
  });

export const listOfferingsRoute = ({ offerings }: Dependencies) =>
  answer(serviceProductizationRoutes.listOfferings, async ({ query }) => {
    const { unit, businessType, ...request } = query;
    const page = await offerings.list({ unit, businessType }, request);
    return { ...page, items: page.items.filter(isKnown).map(offeringAnswer) };
  });

export const readOfferingHistoryRoute = ({ offerings }: Dependencies) =>
  answer(
    serviceProductizationRoutes.readOfferingHistory,
    async ({ params: { offeringId }, query }) => {
      const page = await offerings.history(offeringId, query);
      return page.items.length > 0 || query.cursor ? page : undefined;
    },
  );
