import { slug } from './slug.ts';

describe('a name as a piece of an id', () => {
  it.each([
    { name: 'Genco Pura Olive Oil Company', id: 'genco-pura-olive-oil-company' },
    { name: 'Gekko & Co', id: 'gekko-and-co' },
    { name: 'Łódź Optics', id: 'lodz-optics' },
    { name: 'Org line A2', id: 'org-line-a2' },
    { name: 'McDonald', id: 'mcdonald' },
    { name: '', id: '' },
  ])('spells "$name" in Latin letters', ({ name, id }) => {
    expect(slug(name)).toBe(id);
  });

  it('gives a name that has no Latin spelling an id of its own', () => {
    expect(slug('北京')).toMatch(/^[\da-f]{12}$/);
    expect(slug('北京')).not.toBe(slug('上海'));
  });
});
