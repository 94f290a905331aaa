import type { Customisation, OperatedProjectEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { day, opened, projectAfter, projectId } from '../fixtures/operated-projects.ts';
import { operatedProject } from './operated-project.ts';
import { recordCustomisation, withdrawCustomisation } from './record-customisation.ts';
import { projectOf, solutionOf } from './solution.ts';

const given = scenario(operatedProject);
const at = new Date(day(1));
const about = { projectId, accountId: 'acme', at: day(1) };

const customisation: Customisation = {
  customisationId: 'c-1',
  what: 'Orders by fax',
  why: 'Half of their shops have nothing else',
  interfaces: [{ system: 'Fax server', direction: 'in', protocol: 'T.38' }],
  dependencies: [{ on: 'The telephone line' }],
};
const recorded = (customisationId: string): OperatedProjectEvent => ({
  type: 'ProjectCustomisationRecorded',
  data: { ...about, customisation: { ...customisation, customisationId } },
});
const withdrawn: OperatedProjectEvent = {
  type: 'ProjectCustomisationWithdrawn',
  data: { ...about, customisationId: 'c-1' },
};

describe('customisations of a solution', () => {
  it('are recorded with what they touch', () => {
    given(opened)
      .when((project) => recordCustomisation(project, { projectId, customisation, at }))
      .thenEmits(recorded('c-1'));
  });

  it('R72: tell every interface and dependency of the solution, and what it belongs to', () => {
    expect(solutionOf(projectAfter(recorded('c-1'), recorded('c-2')))).toMatchObject({
      projectId,
      brand: 'Acme Care',
      interfaces: [
        { customisationId: 'c-1', system: 'Fax server', direction: 'in' },
        { customisationId: 'c-2', system: 'Fax server', direction: 'in' },
      ],
      dependencies: [
        { customisationId: 'c-1', on: 'The telephone line' },
        { customisationId: 'c-2', on: 'The telephone line' },
      ],
    });
  });

  it('are withdrawn when they are no longer there', () => {
    given(opened, recorded('c-1'))
      .when((project) => withdrawCustomisation(project, { projectId, customisationId: 'c-1', at }))
      .thenEmits(withdrawn);
    expect(projectAfter(recorded('c-1'), withdrawn).customisations).toEqual([]);
  });

  it('are recorded once', () => {
    given(opened, recorded('c-1'))
      .when((project) => recordCustomisation(project, { projectId, customisation, at }))
      .thenRefuses('project-customisation-already-recorded');
  });

  it('are no more than people could know', () => {
    const many = Array.from({ length: 100 }, (_, index) => recorded(`old-${index}`));
    given(opened, ...many)
      .when((project) => recordCustomisation(project, { projectId, customisation, at }))
      .thenRefuses('project-customisations-too-many');
  });

  it('are not withdrawn where there is none', () => {
    given(opened)
      .when((project) => withdrawCustomisation(project, { projectId, customisationId: 'c-1', at }))
      .thenRefuses('project-customisation-not-found');
  });

  it.each([
    { what: 'recorded', decide: recordCustomisation },
    { what: 'withdrawn', decide: withdrawCustomisation },
  ])('are not $what where there is no project', ({ decide }) => {
    given()
      .when((project) => decide(project, { projectId, customisation, customisationId: 'c-1', at }))
      .thenRefuses('operated-project-not-found');
  });

  it('are not those of a ticket that is about no project', () => {
    expect(projectOf({ ticketId: 't-1', projectId })).toBe(projectId);
    given()
      .when(() => {
        projectOf({ ticketId: 't-1' });
        return [];
      })
      .thenRefuses('ticket-without-project');
  });
});
