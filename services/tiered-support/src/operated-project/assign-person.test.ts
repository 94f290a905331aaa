import { scenario } from '@steward/testing/scenario';
import {
  assigned,
  day,
  opened,
  projectAfter,
  projectId,
  released,
} from '../fixtures/operated-projects.ts';
import { assignPerson, releasePerson } from './assign-person.ts';
import { operatedProject } from './operated-project.ts';

const given = scenario(operatedProject);
const on = { projectId, at: new Date(day(1)) };
const ada = { ...on, userId: 'ada', role: 'operator' };

describe('assign a person to a project', () => {
  it('keeps who is there, in which role, and since when', () => {
    given(opened)
      .when((project) => assignPerson(project, ada))
      .thenEmits(assigned('ada', day(1)));
    expect(projectAfter(assigned('ada', day(1))).people).toEqual([
      { userId: 'ada', role: 'operator', from: day(1) },
    ]);
  });

  it('refuses somebody who is there already', () => {
    given(opened, assigned('ada'))
      .when((project) => assignPerson(project, ada))
      .thenRefuses('project-person-already-assigned');
  });

  it('refuses more people than a project can have', () => {
    const people = Array.from({ length: 100 }, (_, index) => assigned(`user-${index}`));
    given(opened, ...people)
      .when((project) => assignPerson(project, ada))
      .thenRefuses('project-people-too-many');
  });

  it.each([
    { what: 'assigning', decide: () => assignPerson({ status: 'absent' }, ada) },
    { what: 'releasing', decide: () => releasePerson({ status: 'absent' }, ada) },
  ])('refuses $what where there is no project', ({ decide }) => {
    given().when(decide).thenRefuses('operated-project-not-found');
  });
});

describe('release a person from a project', () => {
  it('R116: does not let the last one go without a successor', () => {
    given(opened, assigned('ada'))
      .when((project) => releasePerson(project, { ...on, userId: 'ada' }))
      .thenRefuses('project-would-be-left-alone');
  });

  it('hands the role over to a successor', () => {
    given(opened, assigned('ada'))
      .when((project) => releasePerson(project, { ...on, userId: 'ada', successorId: 'ben' }))
      .thenEmits(assigned('ben', day(1)), released('ada', day(1), 'ben'));
  });

  it('leaves a successor alone who is there already', () => {
    given(opened, assigned('ada'), assigned('ben'))
      .when((project) => releasePerson(project, { ...on, userId: 'ada', successorId: 'ben' }))
      .thenEmits(released('ada', day(1), 'ben'));
  });

  it('lets one of several go', () => {
    const past = [assigned('ada'), assigned('ben')];
    given(opened, ...past)
      .when((project) => releasePerson(project, { ...on, userId: 'ada' }))
      .thenEmits(released('ada', day(1)));
    const left = projectAfter(...past, released('ada', day(1))).people;
    expect(left.map(({ userId }) => userId)).toEqual(['ben']);
  });

  it.each([
    { what: 'who is not there', userId: 'eve', code: 'project-person-not-assigned' },
    {
      what: 'in favour of themselves',
      userId: 'ada',
      successorId: 'ada',
      code: 'project-person-succeeds-themselves',
    },
  ])('refuses to release somebody $what', ({ code, ...who }) => {
    given(opened, assigned('ada'))
      .when((project) => releasePerson(project, { ...on, ...who }))
      .thenRefuses(code);
  });
});
