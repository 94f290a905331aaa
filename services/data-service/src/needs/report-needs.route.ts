import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  medianAgeSeconds,
  middleOfOpen,
  type NeedCell,
  needCellsPipeline,
  needFigures,
} from './need-figures.ts';
import {
  type Adoption,
  adoptionPipeline,
  type Offering,
  offeringFigures,
  type Recurring,
  recurringPipeline,
  type Sold,
  soldPipeline,
} from './offering-figures.ts';

const needsOf = async ({ needs: heard, now }: Dependencies, counted: readonly object[]) => {
  const cells = await heard.aggregate<NeedCell>([...counted, ...needCellsPipeline]);
  const { needs, kinds } = needFigures(cells);
  const middle =
    needs.open === 0
      ? []
      : await heard.aggregate<{ foundAt: string }>([...counted, ...middleOfOpen(needs.open)]);
  const medianOpenSeconds = medianAgeSeconds(middle, now());
  return {
    needs: { ...needs, ...(medianOpenSeconds !== undefined && { medianOpenSeconds }) },
    kinds,
  };
};

const offeringsOf = async (
  { offerings: launched, subscriptions, orders }: Dependencies,
  counted: readonly object[],
  top: number,
) => {
  const [offerings, adoption, recurring, sold] = await Promise.all([
    launched.aggregate<Offering>([{ $project: { name: 1, status: 1 } }]),
    subscriptions.aggregate<Adoption>([...counted, ...adoptionPipeline]),
    subscriptions.aggregate<Recurring>([...counted, ...recurringPipeline]),
    orders.aggregate<Sold>([...counted, ...soldPipeline]),
  ]);
  return offeringFigures({ offerings, adoption, recurring, sold }, top);
};

export const reportNeedsRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportNeeds, async ({ query }) => {
    const counted = await countedAccounts(dependencies, query);
    const [needs, offerings] = await Promise.all([
      needsOf(dependencies, counted),
      offeringsOf(dependencies, counted, query.top),
    ]);
    return { ...needs, offerings };
  });
