import { OperatedProjectOpened } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { delivered, liveAt, opened } from '../fixtures/operated-projects.ts';
import { openProject } from './open-project.ts';
import { operatedProject } from './operated-project.ts';
import { requireProject } from './require-project.ts';

const given = scenario(operatedProject);

const command = { ...delivered, at: new Date(liveAt), watchedFrom: new Date(liveAt) };

describe('open an operated project', () => {
  it('opens it under the name of its solution', () => {
    given()
      .when((project) => openProject(project, command))
      .thenEmits(opened);
  });

  it('refuses to open it twice', () => {
    given(opened)
      .when((project) => openProject(project, command))
      .thenRefuses('operated-project-already-opened');
  });

  it('emits only events the contract accepts', () => {
    const [event] = openProject({ status: 'absent' }, command);
    expect(OperatedProjectOpened.parse(event)).toEqual(event);
  });
});

describe('require an operated project', () => {
  const { evolve, initial } = operatedProject;
  const state = evolve(initial, opened);
  const led = { ...command, leader: 'partner', partnerId: 'other' } as const;
  const ledByOther = openProject(initial, led).reduce(evolve, initial);

  it('answers the project of the account', () => {
    expect(requireProject({ projectId: 's-1', accountId: 'acme' }, { state })).toBe(state);
  });

  it.each([
    { what: 'was never opened', found: undefined, accountId: 'acme' },
    { what: 'is still absent', found: { state: operatedProject.initial }, accountId: 'acme' },
    { what: "is another account's", found: { state }, accountId: 'other' },
    { what: "is no partner's", found: { state }, accountId: 'acme', partnerId: 'integra' },
    {
      what: "is another partner's",
      found: { state: ledByOther },
      accountId: 'acme',
      partnerId: 'integra',
    },
  ])('refuses one that $what', ({ found, accountId, partnerId }) => {
    given()
      .when(() => {
        requireProject({ projectId: 's-1', accountId, partnerId }, found);
        return [];
      })
      .thenRefuses('operated-project-not-found');
  });
});
