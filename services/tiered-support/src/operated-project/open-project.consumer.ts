import { on } from '@steward/bus';
import { SolutionWentLive } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { arrangementOf } from '../tier/arrangement.ts';
import { projectSize } from '../tier/project-size.ts';
import { openProject } from './open-project.ts';

/** Every solution that goes live stays in operation, however small: its service begins here. */
export const openProjectOnSolutionWentLive = ({ projects }: Dependencies) =>
  on('openProjectOnSolutionWentLive', SolutionWentLive, ({ data, because }) => {
    const { solutionId, accountId, brand, leader, channel, branch } = data;
    const size = projectSize(data);
    const arrangement = arrangementOf({ leader, channel, ...size });
    const sold = { solutionId, accountId, brand, leader, channel, branch };
    const command = { ...sold, ...size, arrangement, at: because.at };
    return projects.change(solutionId, (project) => openProject(project, command), because);
  });
