import { serviceProductizationRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { retireOffering } from './retire-offering.ts';

export const retireOfferingRoute = ({ offerings }: Dependencies) =>
  answer(serviceProductizationRoutes.retireOffering, ({ params: { offeringId }, because }) =>
    offerings.change(
      offeringId,
      (offering) => retireOffering(offering, { offeringId, at: because.at }),
      because,
    ),
  );
