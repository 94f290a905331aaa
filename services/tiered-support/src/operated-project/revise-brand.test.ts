import { type Brand, ProjectBrandRevised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { day, liveAt, opened, projectAfter, projectId } from '../fixtures/operated-projects.ts';
import { operatedProject } from './operated-project.ts';
import { reviseBrand } from './revise-brand.ts';

const given = scenario(operatedProject);
const brand: Brand = { name: 'Acme Always', promise: 'Never stands still' };
const revise = { projectId, brand, at: new Date(day(3)) };
const revised = {
  type: 'ProjectBrandRevised',
  data: { projectId, accountId: 'acme', brand, at: day(3) },
} as const;

describe('the brand of a project', () => {
  it('R116: is there from the first day, by the name that the solution brought', () => {
    expect(projectAfter().brandRecord).toEqual({ name: 'Acme Care', since: liveAt });
  });

  it('is another one from a day on', () => {
    given(opened)
      .when((project) => reviseBrand(project, revise))
      .thenEmits(revised);
    expect(projectAfter(revised)).toMatchObject({
      brand: 'Acme Always',
      brandRecord: { ...brand, since: day(3) },
    });
  });

  it('is of a project that is there', () => {
    given()
      .when((project) => reviseBrand(project, revise))
      .thenRefuses('operated-project-not-found');
  });

  it.each([
    {
      what: 'a logo that anybody on the way could change',
      logoUrl: 'http://acme.example/logo.png',
    },
    { what: 'a logo that is no address', logoUrl: 'logo.png' },
    { what: 'no promise', promise: '' },
  ])('does not take $what', ({ what: _, ...wrong }) => {
    const data = { ...revised.data, brand: { ...brand, ...wrong } };
    expect(() => ProjectBrandRevised.parse({ ...revised, data })).toThrow();
  });
});
