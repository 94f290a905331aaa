import { OperatedProjectOpened } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { openProject } from './open-project.ts';
import { operatedProject } from './operated-project.ts';
import { requireProject } from './require-project.ts';

const given = scenario(operatedProject);

const delivered = {
  solutionId: 's-1',
  accountId: 'acme',
  brand: 'Acme Care',
  leader: 'self',
  channel: 'project',
  branch: 'north',
  isLarge: true,
  isComplex: false,
  arrangement: { tier: 1, servedBy: 'delivery-centre', policyRow: 'self-led-large' },
} as const;
const noon = new Date('2026-03-02T12:00:00.000Z');
const opened = {
  type: 'OperatedProjectOpened',
  data: { ...delivered, projectId: 's-1', at: noon.toISOString() },
} as const;

describe('open an operated project', () => {
  it('opens it under the name of its solution', () => {
    given()
      .when((project) => openProject(project, { ...delivered, at: noon }))
      .thenEmits(opened);
  });

  it('refuses to open it twice', () => {
    given(opened)
      .when((project) => openProject(project, { ...delivered, at: noon }))
      .thenRefuses('operated-project-already-opened');
  });

  it('emits only events the contract accepts', () => {
    const [event] = openProject({ status: 'absent' }, { ...delivered, at: noon });
    expect(OperatedProjectOpened.parse(event)).toEqual(event);
  });
});

describe('require an operated project', () => {
  const state = operatedProject.evolve(operatedProject.initial, opened);

  it('answers the project of the account', () => {
    expect(requireProject({ projectId: 's-1', accountId: 'acme' }, { state })).toBe(state);
  });

  it.each([
    { what: 'was never opened', found: undefined, accountId: 'acme' },
    { what: 'is still absent', found: { state: operatedProject.initial }, accountId: 'acme' },
    { what: "is another account's", found: { state }, accountId: 'other' },
  ])('refuses one that $what', ({ found, accountId }) => {
    given()
      .when(() => {
        requireProject({ projectId: 's-1', accountId }, found);
        return [];
      })
      .thenRefuses('operated-project-not-found');
  });
});
