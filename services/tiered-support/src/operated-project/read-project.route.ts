import { isStaff, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory, maySee, type Principal, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { deliveryCentreOf } from './delivery-centre.ts';
import type { OpenedProject } from './operated-project.ts';

const deliveryCentre = async ({ customers }: Dependencies, project: OpenedProject) => {
  const needsIndustry = project.arrangement.tier === 1 && !project.industries;
  const customer = needsIndustry ? await customers.get(project.accountId) : undefined;
  return deliveryCentreOf(project, customer?.industry);
};

/** A project as the outside sees it. Who is there for it, and how silent it is, is for staff. */
const projectAnswer =
  (dependencies: Dependencies, principal: Principal) =>
  async ({ version, state }: Read<OpenedProject>) => {
    const { status: _, mechanisms: __, customisations: ___, people, ...known } = state;
    const {
      watch,
      watchedFrom: ____,
      heardAt,
      isQuiet,
      isAlone,
      nextAlarmAt: _____,
      ...seen
    } = known;
    const answered = {
      ...seen,
      deliveryCentre: await deliveryCentre(dependencies, state),
      version,
    };
    if (!isStaff(principal)) return answered;
    const silence = { ...watch, heardAt, isQuiet, isAlone };
    return { ...answered, people: [...people], silence };
  };

export const readOperatedProjectRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readOperatedProject, async ({ params, principal }) => {
    const read = await dependencies.projects.read(params.projectId);
    if (!exists(read) || !maySee(principal, read.state)) return undefined;
    return projectAnswer(dependencies, principal)(read);
  });

const asked = (flag: 'true' | 'false' | undefined) => (flag === undefined ? flag : flag === 'true');

export const listOperatedProjectsRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.listOperatedProjects, async ({ query, principal }) => {
    const { accountId, partnerId, quiet, alone, ...request } = query;
    const asksForSilence = quiet !== undefined || alone !== undefined;
    if (asksForSilence && !isStaff(principal)) return { items: [] };
    const wanted = { accountId, partnerId, isQuiet: asked(quiet), isAlone: asked(alone) };
    const page = await dependencies.projects.list(visibleOnly(principal, wanted), request);
    const answers = page.items.filter(exists).map(projectAnswer(dependencies, principal));
    const items = await Promise.all(answers);
    return { ...page, items };
  });

export const readOperatedProjectHistoryRoute = ({ projects }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readOperatedProjectHistory, projects);
