import { optional, required, Template, verbatim } from './template.ts';

const columns = { file: 'log.csv', header: ['Case No', 'Customer', 'Site'] };

describe('a template', () => {
  it.each([
    { template: 'a constant', text: 'a constant' },
    { template: '{Customer}', text: 'Calder & Sons' },
    { template: 'acme-{Case No}', text: 'acme-17' },
    { template: '{Customer|slug} at {Site?}!', text: 'calder-and-sons at !' },
  ])('reads $template', ({ template, text }) => {
    expect(required(template, columns)([' 17 ', 'Calder & Sons', ''])).toBe(text);
  });

  it('refuses a row without a column that it needs', () => {
    expect(() => required('acme-{Case No}', columns)(['', 'Calder', 'Wales'])).toThrow(
      'The column "Case No" is empty',
    );
  });

  it('leaves out what has nothing to say, where that is allowed', () => {
    expect(optional('{Site} site', columns)(['17', 'Calder', ' '])).toBeUndefined();
    expect(optional('{Site?}', columns)(['17', 'Calder', ''])).toBeUndefined();
    expect(optional(undefined, columns)(['17'])).toBeUndefined();
  });

  it('keeps empty columns for tables', () => {
    expect(verbatim('{Customer}/{Site}', columns)(['17', 'Calder', ''])).toBe('Calder/');
  });

  it('is refused for a file that lacks a column, before the first row', () => {
    expect(() => required('{Client}', columns)).toThrow(
      'The mapping names the column "Client", which log.csv does not have. It has: Case No, Customer, Site',
    );
  });

  it.each(['{Customer', 'Customer}', '{Customer|upper}', '{}'])('is not %s', (text) => {
    expect(Template.safeParse(text).success).toBe(false);
  });
});
