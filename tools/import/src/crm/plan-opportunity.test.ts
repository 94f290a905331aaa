import { mavenMapping, pipelineColumns, pipelineRow } from './fixtures/maven.ts';
import { opportunityPlanner } from './plan-opportunity.ts';

const known = {
  agents: new Map([['Moses Frase', 'maven:moses-frase']]),
  offerings: new Map([
    ['GTX Plus Basic', { id: 'maven:gtx-plus-basic', name: 'GTX Plus Basic', unit: 'maven:gtx' }],
    ['GTX Pro', { id: 'maven:gtx-pro', name: 'GTX Pro', unit: 'maven:gtx' }],
  ]),
  accounts: new Map([
    ['Cancity', { id: 'maven:cancity', name: 'Cancity', ownerId: 'maven:vicki-laflamme' }],
  ]),
};

const planned = (changes: Parameters<typeof pipelineRow>[0] = {}, mapping = mavenMapping) =>
  opportunityPlanner(mapping, pipelineColumns, known)(pipelineRow(changes));
const steps = (...given: Parameters<typeof planned>) =>
  planned(...given).steps.map(({ name, body }) => ({ name, ...JSON.parse(body) }));
const names = (...given: Parameters<typeof planned>) => steps(...given).map(({ name }) => name);

const at = '2016-10-20T00:00:00.000Z';

describe('an opportunity of the pipeline', () => {
  it('that was won is taken step by step, each at its original time', () => {
    expect(planned().opportunityId).toBe('maven:1C1I7A6R');
    expect(steps()).toEqual([
      {
        name: 'discover',
        opportunityId: 'maven:1C1I7A6R',
        accountId: 'maven:cancity',
        title: 'GTX Plus Basic for Cancity',
        discoveredBy: 'maven:vicki-laflamme',
        offeringId: 'maven:gtx-plus-basic',
        occurredAt: at,
      },
      { name: 'introduce', units: ['maven:gtx'], occurredAt: at },
      { name: 'accept', unit: 'maven:gtx', ownerId: 'maven:moses-frase', occurredAt: at },
      {
        name: 'win',
        value: { amountMinor: 105_400, currency: 'USD' },
        lines: [{ offeringId: 'maven:gtx-plus-basic', quantity: 1 }],
        occurredAt: '2017-03-01T00:00:00.000Z',
      },
    ]);
  });

  it.each([
    { deal_stage: 'Prospecting', last: 'accept' },
    { deal_stage: 'Engaging', last: 'advance' },
    { deal_stage: 'Won', last: 'win' },
    { deal_stage: 'Lost', last: 'lose' },
  ])('in the stage $deal_stage ends with $last', ({ deal_stage, last }) => {
    expect(names({ deal_stage }).at(-1)).toBe(last);
  });

  it('that was lost says that nobody knows why', () => {
    expect(steps({ deal_stage: 'Lost', close_value: '0' }).at(-1)).toEqual({
      name: 'lose',
      lossReason: 'unknown',
      occurredAt: '2017-03-01T00:00:00.000Z',
    });
  });

  it('that was engaged in is qualified', () => {
    expect(steps({ deal_stage: 'Engaging' }).at(-1)).toMatchObject({ stage: 'qualification' });
  });

  it('without a date happened now', () => {
    const [discovered] = steps({ deal_stage: 'Prospecting', engage_date: '' });
    expect(discovered).not.toHaveProperty('occurredAt');
  });

  it('without an account was discovered by its agent', () => {
    const [discovered] = steps({ deal_stage: 'Engaging', account: '' });
    expect(discovered).toMatchObject({
      title: 'GTX Plus Basic',
      discoveredBy: 'maven:moses-frase',
    });
    expect(discovered).not.toHaveProperty('accountId');
  });

  it('was discovered by its agent where the mapping says so', () => {
    const opportunities = { ...mavenMapping.opportunities, discoveredBy: 'agent' as const };
    const [discovered] = steps({}, { ...mavenMapping, opportunities });
    expect(discovered).toMatchObject({ discoveredBy: 'maven:moses-frase' });
  });

  it('of a product that the table knows to be misspelt is of the product that is meant', () => {
    expect(steps({ product: 'GTXPro' })[0]).toMatchObject({ offeringId: 'maven:gtx-pro' });
  });

  it.each([
    { changes: { product: 'GTX Prow' }, says: 'There is no product "GTX Prow"' },
    { changes: { account: 'Cancty' }, says: 'There is no account "Cancty"' },
    { changes: { sales_agent: 'Moses' }, says: 'There is no agent "Moses"' },
    { changes: { deal_stage: 'Frozen' }, says: 'The mapping has no stage for "Frozen"' },
    { changes: { engage_date: '2016-10-20' }, says: 'not a time of the form dd-MM-yy' },
    { changes: { close_date: '' }, says: 'The column "close_date" is empty' },
    { changes: { close_value: '1,054' }, says: 'not an amount in USD' },
    { changes: { account: '' }, says: 'names no account that has bought' },
    { changes: { opportunity_id: '' }, says: 'The column "opportunity_id" is empty' },
  ])('is reported and never guessed: $says', ({ changes, says }) => {
    expect(() => planned(changes)).toThrow(says);
  });
});
