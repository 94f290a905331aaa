import type { Mechanism } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  day,
  mechanisms,
  opened,
  projectAfter,
  projectId,
  reviewed,
} from '../fixtures/operated-projects.ts';
import { completeness } from './completeness.ts';
import { operatedProject } from './operated-project.ts';
import { reviewMechanism } from './review-mechanism.ts';

const given = scenario(operatedProject);
const at = new Date(day(1));

describe('review a mechanism', () => {
  it.each(Object.values(mechanisms))(
    'keeps what $mechanism is, and when that was said',
    (content) => {
      given(opened)
        .when((project) => reviewMechanism(project, { projectId, content, at }))
        .thenEmits(reviewed(content, day(1)));
      expect(projectAfter(reviewed(content, day(1))).mechanisms).toEqual({
        [content.mechanism]: { content, reviewedAt: day(1) },
      });
    },
  );

  it('takes the latest review', () => {
    const worse: Mechanism = { mechanism: 'assessment', score: 20, findings: ['Too slow'] };
    const project = projectAfter(reviewed(mechanisms.assessment), reviewed(worse, day(2)));
    expect(project.mechanisms.assessment).toEqual({ content: worse, reviewedAt: day(2) });
  });

  it('refuses to plan contacts with the same people twice', () => {
    const twice = { side: 'front-line', with: 'team-north', everyWeeks: 8 } as const;
    const contacts = [...mechanisms.communication.contacts, twice];
    given(opened)
      .when((project) =>
        reviewMechanism(project, {
          projectId,
          content: { mechanism: 'communication', contacts },
          at,
        }),
      )
      .thenRefuses('project-contact-planned-twice');
  });

  it('is for a project that is there', () => {
    given()
      .when((project) => reviewMechanism(project, { projectId, content: mechanisms.service, at }))
      .thenRefuses('operated-project-not-found');
  });
});

describe('how complete the five mechanisms are', () => {
  it('R117: tells of all five, even where nobody has thought of any', () => {
    const { percent, mechanisms: all } = completeness(projectAfter());
    expect(percent).toBe(0);
    expect(all.map(({ mechanism, percent: each }) => [mechanism, each])).toEqual([
      ['service', 0],
      ['communication', 0],
      ['assessment', 0],
      ['sharing', 0],
      ['training', 0],
    ]);
    expect(all.flatMap(({ missing }) => missing)).toHaveLength(11);
  });

  it('is a hundred where nothing is missing', () => {
    const all = completeness(
      projectAfter(...Object.values(mechanisms).map((one) => reviewed(one))),
    );
    expect(all.percent).toBe(100);
    expect(
      all.mechanisms.every(({ percent, missing }) => percent === 100 && missing.length === 0),
    ).toBe(true);
  });

  it.each<{ content: Mechanism; missing: string[]; percent: number; whole: number }>([
    {
      content: { mechanism: 'service', items: [{ item: 'Backups', everyWeeks: 1 }] },
      missing: ['an owner of every item'],
      percent: 50,
      whole: 9,
    },
    {
      content: {
        mechanism: 'communication',
        contacts: [{ side: 'front-line', with: 'team', everyWeeks: 1 }],
      },
      missing: ['contacts with key customers'],
      percent: 50,
      whole: 9,
    },
    {
      content: { mechanism: 'assessment', score: 0, findings: [] },
      missing: ['findings'],
      percent: 50,
      whole: 9,
    },
    {
      content: { mechanism: 'sharing', people: ['ada'] },
      missing: ['a reward'],
      percent: 50,
      whole: 9,
    },
    {
      content: { ...mechanisms.training, held: [] },
      missing: ['a session held'],
      percent: 66,
      whole: 18,
    },
  ])('says what $content.mechanism lacks', ({ content, missing, percent, whole }) => {
    const told = completeness(projectAfter(reviewed(content)));
    const one = told.mechanisms.find(({ mechanism }) => mechanism === content.mechanism);
    expect(one).toMatchObject({ missing, percent });
    expect(told.percent).toBe(whole);
  });
});
