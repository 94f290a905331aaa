import type {
  accountRoutes,
  opportunityRoutes,
  serviceProductizationRoutes,
  tieredSupportRoutes,
} from '@steward/contracts';
import type { z } from 'zod';
import { customers, people } from './customers.ts';
import { random } from './random.ts';
import { slug } from './slug.ts';

type BodyOf<Route extends { readonly body: z.ZodType }> = z.input<Route['body']>;

/** One customer with all that a first walk through the platform asks for, as the bodies of requests. */
export interface Company {
  readonly unit: string;
  readonly owner: string;
  readonly opportunityOwner: string;
  readonly agent: string;
  readonly account: BodyOf<typeof accountRoutes.registerAccount> & { readonly accountId: string };
  readonly contact: BodyOf<typeof accountRoutes.addContact> & { readonly contactId: string };
  readonly visit: BodyOf<typeof accountRoutes.recordInteraction>;
  readonly offering: BodyOf<typeof serviceProductizationRoutes.publishOffering> & {
    readonly offeringId: string;
  };
  readonly opportunity: BodyOf<typeof opportunityRoutes.discoverOpportunity> & {
    readonly opportunityId: string;
  };
  readonly win: BodyOf<typeof opportunityRoutes.winOpportunity>;
  readonly goLive: BodyOf<typeof opportunityRoutes.goLive>;
  readonly ticket: BodyOf<typeof tieredSupportRoutes.raiseTicket> & { readonly ticketId: string };
}

const sectorsOfMakers = ['Food', 'Glass', 'Machines', 'Plastics', 'Pulp and paper', 'Textiles'];

const contactNames = ['Nora Quinn', 'Pavel Novák', 'Ruth Okafor', 'Tomás Vega'] as const;
const functions = ['operations', 'maintenance', 'quality', 'procurement'] as const;
/** Those that have production lines to watch. */
const makers = customers.filter(({ sector }) => sectorsOfMakers.includes(sector));

const complaints = [
  'Line 3 stops twice a week, and nobody knows why.',
  'The night shift writes its readings on paper.',
  'Every stop is found out an hour late.',
] as const;
const offerings = [
  { name: 'Line Watch', monthly: 240_000 },
  { name: 'Heat Eye', monthly: 125_000 },
  { name: 'Shift Book', monthly: 31_075 },
] as const;
const faults = [
  'No readings from the filler since six',
  'The alarm rings without a cause',
  'The report shows yesterday',
] as const;

/** Euro cents: large enough for the delivery centre to serve it, which is the first tier. */
const valueMin = 100_000_000;
const valueStep = 1_000_000;

/** The same seed makes the same company. */
export const generateCompany = (seed: number): Company => {
  const { pick, whole } = random(seed);
  const customer = pick(makers);
  const accountId = slug(customer.name);
  const [owner, opportunityOwner, agent] = [0, 1, 2].map((step) =>
    slug(people[(seed + step) % people.length] ?? people[0]),
  ) as [string, string, string];
  const contact = pick(contactNames);
  const product = pick(offerings);
  const offeringId = slug(product.name);
  const unit = 'line-monitoring';
  const opportunityId = `${accountId}-${offeringId}`;
  const value = valueMin + whole(10, 90) * valueStep;
  const currency = 'EUR';

  return {
    unit,
    owner,
    opportunityOwner,
    agent,
    account: {
      accountId,
      name: customer.name,
      industry: 'manufacturing',
      segment: 'key',
      country: customer.country,
      ownerId: owner,
      // Whoever looks at the reports afterwards wants to see customers of their own.
      isDemonstration: true,
    },
    contact: { contactId: slug(contact), name: contact, function: pick(functions) },
    visit: { contactId: slug(contact), touchPoint: 'visit', summary: pick(complaints) },
    offering: {
      offeringId,
      name: product.name,
      businessType: 'service',
      unit,
      price: { amountMinor: product.monthly, currency, per: 'month' },
    },
    opportunity: {
      opportunityId,
      accountId,
      title: `${product.name} for ${customer.name}`,
      offeringId,
      estimate: { amountMinor: value + valueStep, currency },
    },
    win: {
      value: { amountMinor: value, currency },
      lines: [{ offeringId, quantity: whole(1, 5) }],
      winReason: `${contact} trusts the people who came to look.`,
    },
    goLive: {
      brand: `${customer.name} ${product.name}`,
      leader: 'self',
      channel: 'project',
      branch: slug(customer.country),
      units: 2,
      interfaces: whole(3, 6),
    },
    ticket: {
      ticketId: `${opportunityId}-1`,
      accountId,
      projectId: opportunityId,
      subject: pick(faults),
      priority: 'high',
      product: product.name,
      country: customer.country,
    },
  };
};
