import type { Industry } from '@steward/contracts';
import { deliveryCentreOf } from './delivery-centre.ts';

const industries = (...some: Industry[]) =>
  ({ arrangement: { tier: 1 }, industries: some }) as const;
const unsaid = { arrangement: { tier: 1 } } as const;

describe('the delivery centre of a project', () => {
  it.each([
    {
      what: 'its solution serves several industries',
      project: industries('energy', 'retail'),
      form: 'independent',
      rule: 'several-industries',
    },
    {
      what: 'its solution serves one, twice named',
      project: industries('retail', 'retail'),
      form: 'industry-division',
      rule: 'one-industry',
    },
    {
      what: 'nothing but the industry of the customer is known',
      project: unsaid,
      form: 'industry-division',
      rule: 'one-industry',
    },
  ])('R99: is $form where $what', ({ project, form, rule }) => {
    expect(deliveryCentreOf(project, 'energy')).toMatchObject({ form, rule });
  });

  it('R99: is part of no division where no industry is known', () => {
    expect(deliveryCentreOf(unsaid, undefined)).toEqual({
      form: 'independent',
      industries: [],
      rule: 'no-industry-known',
    });
  });

  it.each([2, 3] as const)('is none in tier %s', (tier) => {
    expect(deliveryCentreOf({ arrangement: { tier } }, 'energy')).toBeUndefined();
  });
});
