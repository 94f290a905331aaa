import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import {
  assignProjectPersonRoute,
  releaseProjectPersonRoute,
} from './operated-project/assign-person.route.ts';
import { holdProjectContactRoute } from './operated-project/hold-contact.route.ts';
import { noteActivityOfTicket } from './operated-project/note-activity.consumer.ts';
import { openProjectOnSolutionWentLive } from './operated-project/open-project.consumer.ts';
import { projectContacts } from './operated-project/project-contacts.projection.ts';
import {
  listProjectContactsRoute,
  readProjectCommunicationRoute,
} from './operated-project/read-communication.route.ts';
import { readProjectMechanismsRoute } from './operated-project/read-mechanisms.route.ts';
import {
  listOperatedProjectsRoute,
  readOperatedProjectHistoryRoute,
  readOperatedProjectRoute,
} from './operated-project/read-project.route.ts';
import {
  readProjectSolutionRoute,
  readTicketSolutionRoute,
} from './operated-project/read-solution.route.ts';
import {
  recordCustomisationRoute,
  withdrawCustomisationRoute,
} from './operated-project/record-customisation.route.ts';
import { reviewProjectMechanismRoute } from './operated-project/review-mechanism.route.ts';
import { reviseProjectBrandRoute } from './operated-project/revise-brand.route.ts';
import { watchProjectRoute } from './operated-project/watch-project.route.ts';
import { ringDue } from './ring-due.ts';

export const projectDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    readOperatedProjectRoute(dependencies),
    listOperatedProjectsRoute(dependencies),
    readOperatedProjectHistoryRoute(dependencies),
    reviseProjectBrandRoute(dependencies),
    assignProjectPersonRoute(dependencies),
    releaseProjectPersonRoute(dependencies),
    watchProjectRoute(dependencies),
    reviewProjectMechanismRoute(dependencies),
    readProjectMechanismsRoute(dependencies),
    holdProjectContactRoute(dependencies),
    listProjectContactsRoute(dependencies),
    readProjectCommunicationRoute(dependencies),
    recordCustomisationRoute(dependencies),
    withdrawCustomisationRoute(dependencies),
    readProjectSolutionRoute(dependencies),
    readTicketSolutionRoute(dependencies),
  ],
  consumers: [openProjectOnSolutionWentLive(dependencies), noteActivityOfTicket(dependencies)],
  projections: [projectContacts],
  timers: [ringDue('watchProjects', dependencies.projects, 'nextAlarmAt')],
});
