import { serviceProductizationRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { publishOffering } from './publish-offering.ts';

export const publishOfferingRoute = ({ offerings, newId }: Dependencies) =>
  answer(serviceProductizationRoutes.publishOffering, ({ body, because }) => {
    const offeringId = body.offeringId ?? newId();
    return offerings.create(
      offeringId,
      (offering) => publishOffering(offering, { ...body, offeringId, at: because.at }),
      because,
    );
  });
