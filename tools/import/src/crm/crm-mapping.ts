import { BusinessType, Industry, Instant, LossReason, OpenStage, Period } from '@steward/contracts';
import { z } from 'zod';
import { CsvFormat } from '../mapping/csv-format.ts';
import { choice, lookup } from '../mapping/lookup.ts';
import { Moment } from '../mapping/moment.ts';
import { Template } from '../mapping/template.ts';

const File = z.string().min(1).describe('The name of the file in the directory');

const Accounts = z.strictObject({
  file: File,
  key: Template.describe('By what opportunities name an account'),
  id: Template,
  name: Template,
  industry: choice(Industry),
  segment: Template.optional(),
  country: Template.optional(),
  since: Instant.describe(
    'When they are said to have been registered: before the first opportunity',
  ),
  ownerWithoutOpportunities: Template.describe(
    'Owns an account that nobody works on; any other is owned by the agent with most opportunities there',
  ),
});

const Products = z.strictObject({
  file: File,
  key: Template.describe('By what opportunities name a product'),
  id: Template,
  name: Template,
  unit: Template.describe('The id of the unit that sells it'),
  businessType: choice(BusinessType),
  price: Template,
  per: choice(Period),
  since: Instant,
});

const Agents = z.strictObject({
  file: File,
  key: Template.describe('By what opportunities name an agent'),
  id: Template,
});

const Stage = z.enum([...OpenStage.options, 'won', 'lost']);
export type Stage = z.output<typeof Stage>;

const Opportunities = z.strictObject({
  file: File,
  id: Template,
  title: Template.optional().describe('Without one: the product, and for whom'),
  agent: Template,
  product: Template,
  productNames: z
    .record(z.string(), z.string())
    .default({})
    .describe('Products that are misspelt, and what is meant; any other unknown one is reported'),
  account: Template.optional(),
  discoveredBy: z
    .enum(['accountOwner', 'agent'])
    .describe('Who discovered what names an account; the rest was discovered by its agent'),
  stage: lookup(Stage),
  openedAt: Moment,
  closedAt: Moment,
  value: Template,
  lossReason: choice(LossReason.exclude(['other'])),
});

/** Which file and column of a CRM's export means what. */
export const CrmMapping = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('crm'),
  about: z.string().optional().describe('For people: which export this is for'),
  format: CsvFormat,
  currency: z.string().regex(/^[A-Z]{3}$/),
  accounts: Accounts,
  products: Products,
  agents: Agents,
  opportunities: Opportunities,
});
export type CrmMapping = z.output<typeof CrmMapping>;
