import { serviceProductizationRoutes } from '@steward/contracts';
import type { Columns } from '../mapping/columns.ts';
import { fitting } from '../mapping/fitting.ts';
import { byChoice } from '../mapping/lookup.ts';
import { minorUnits } from '../mapping/minor-units.ts';
import { type Reader, required } from '../mapping/template.ts';
import type { CrmMapping } from './crm-mapping.ts';
import type { PlannedThing } from './known-things.ts';

/** A product that opportunities may name, as the offering that it becomes. */
export interface KnownOffering {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

const checked = fitting(serviceProductizationRoutes.publishOffering);

export const offeringPlanner = (
  { products, currency }: CrmMapping,
  columns: Columns,
): Reader<PlannedThing<KnownOffering>> => {
  const key = required(products.key, columns);
  const id = required(products.id, columns);
  const name = required(products.name, columns);
  const unit = required(products.unit, columns);
  const businessType = byChoice(products.businessType, columns, 'business type');
  const price = required(products.price, columns);
  const per = byChoice(products.per, columns, 'period');
  const amountOf = minorUnits(currency);

  return (fields) => {
    const thing = { id: id(fields), name: name(fields), unit: unit(fields) };
    const body = checked({
      offeringId: thing.id,
      name: thing.name,
      unit: thing.unit,
      businessType: businessType(fields),
      price: { amountMinor: amountOf(price(fields)), currency, per: per(fields) },
      occurredAt: products.since,
    });
    return {
      key: key(fields),
      thing,
      path: serviceProductizationRoutes.publishOffering.path,
      body,
    };
  };
};
