import { customers, people } from '../customers.ts';
import type { Deal } from './columns.ts';

const good: Deal = {
  ref: '',
  rep: people[0],
  item: 'Line Watch',
  customer: customers[0]?.name ?? '',
  state: 'Signed',
  opened: '2024-02-01',
  closed: '2024-03-01',
  amount: '1200.00',
  why: '',
};

/** A company whose sector no table knows, so that it is reported with everything that names it. */
export const oddCustomer = { name: 'Zephyr Balloons', sector: 'Ballooning', country: 'France' };

/** Opportunities that an import has to report: it never guesses what they might mean. */
export const badDeals: readonly Deal[] = (
  [
    { item: 'Line Wacht' },
    { item: '' },
    { rep: 'Nobody Known' },
    { customer: 'Brightwel Dairies' },
    { customer: oddCustomer.name },
    { customer: '' },
    { state: 'Frozen' as Deal['state'] },
    { closed: '2024-02-30' },
    { closed: '' },
    { amount: '12,5' },
    { opened: 'last spring' },
  ] satisfies Partial<Deal>[]
).map((wrong, index) => ({ ...good, ref: `D-${9000 + index}`, ...wrong }));
