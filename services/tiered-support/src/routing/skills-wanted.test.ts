import fc from 'fast-check';
import { dropAfterMs, skillsWanted } from './skills-wanted.ts';

const required = [{ skill: 'printers', minLevel: 5 }];
const additional = [
  { skill: 'french', minLevel: 1, priority: 0 },
  { skill: 'colour', minLevel: 2, priority: 7 },
  { skill: 'laser', minLevel: 3, priority: 7 },
  { skill: 'ink', minLevel: 4, priority: 2 },
];
const needs = { required, additional };

describe('the skills that a waiting ticket wants', () => {
  it.each([
    { waited: 0, wanted: ['printers', 'french', 'colour', 'laser', 'ink'], dropped: [], next: 1 },
    {
      waited: 0.99,
      wanted: ['printers', 'french', 'colour', 'laser', 'ink'],
      dropped: [],
      next: 1,
    },
    { waited: 1, wanted: ['printers', 'french', 'ink'], dropped: ['colour', 'laser'], next: 2 },
    { waited: 2, wanted: ['printers', 'french'], dropped: ['colour', 'laser', 'ink'], next: 3 },
    {
      waited: 3,
      wanted: ['printers'],
      dropped: ['french', 'colour', 'laser', 'ink'],
      next: undefined,
    },
    {
      waited: 99,
      wanted: ['printers'],
      dropped: ['french', 'colour', 'laser', 'ink'],
      next: undefined,
    },
  ])('are $wanted after $waited times five minutes', ({ waited, wanted, dropped, next }) => {
    const found = skillsWanted(needs, waited * dropAfterMs);
    expect(found.skills.map(({ skill }) => skill)).toEqual(wanted);
    expect([...found.dropped].sort()).toEqual([...dropped].sort());
    expect(found.nextDropAfterMs).toBe(next === undefined ? undefined : next * dropAfterMs);
  });

  it('are none where nothing is asked for', () => {
    expect(skillsWanted({}, dropAfterMs)).toEqual({
      skills: [],
      dropped: [],
      nextDropAfterMs: undefined,
    });
  });

  it('always keep what is required, and never take anything up again', () => {
    const anyNeeds = fc.record({
      required: fc.array(fc.record({ skill: fc.string(), minLevel: fc.nat(10) })),
      additional: fc.array(
        fc.record({ skill: fc.string(), minLevel: fc.nat(10), priority: fc.nat(4) }),
      ),
    });
    fc.assert(
      fc.property(anyNeeds, fc.nat(10), fc.nat(10), (some, waited, more) => {
        const now = skillsWanted(some, waited * dropAfterMs);
        const later = skillsWanted(some, (waited + more) * dropAfterMs);
        for (const skill of some.required) expect(later.skills).toContain(skill);
        for (const skill of later.skills) expect(now.skills).toContain(skill);
        expect(now.skills.length + now.dropped.length).toBe(
          some.required.length + some.additional.length,
        );
      }),
    );
  });
});
