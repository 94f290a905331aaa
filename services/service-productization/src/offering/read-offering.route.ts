import { serviceProductizationRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownOffering } from './offering.ts';

/** An offering as the outside sees it: the catalogue is open to everybody who may read it. */
const offeringAnswer = ({ version, state }: Read<KnownOffering>) => ({ ...state, version });

export const readOfferingRoute = ({ offerings }: Dependencies) =>
  answer(serviceProductizationRoutes.readOffering, async ({ params: { offeringId } }) => {
    const read = await offerings.read(offeringId);
    return exists(read) ? offeringAnswer(read) : undefined;
  });

export const listOfferingsRoute = ({ offerings }: Dependencies) =>
  answer(serviceProductizationRoutes.listOfferings, async ({ query }) => {
    const { unit, businessType, ...request } = query;
    const page = await offerings.list({ unit, businessType }, request);
    return { ...page, items: page.items.filter(exists).map(offeringAnswer) };
  });

export const readOfferingHistoryRoute = ({ offerings }: Dependencies) =>
  answerHistory(serviceProductizationRoutes.readOfferingHistory, offerings);
