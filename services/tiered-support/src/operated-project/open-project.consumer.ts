import { on } from '@steward/bus';
import { SolutionWentLive } from '@steward/contracts';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { openIncluded } from '../entitlement/open-included.ts';
import { arrangementOf } from '../tier/arrangement.ts';
import { projectSize } from '../tier/project-size.ts';
import { openProject } from './open-project.ts';

/** Every solution that goes live stays in operation, however small: its service begins here. */
export const openProjectOnSolutionWentLive = (dependencies: Dependencies) =>
  on('openProjectOnSolutionWentLive', SolutionWentLive, async ({ data, because }) => {
    const { title: _, units, interfaces, at: __, ...sold } = data;
    const policy = await currentTierPolicy(dependencies);
    const size = projectSize(policy.thresholds, { value: sold.value, units, interfaces });
    const arrangement = arrangementOf(policy, { ...sold, region: sold.branch, ...size });
    const { projects, entitlements, changeTogether, now } = dependencies;
    const moments = { at: because.at, watchedFrom: now() };
    const command = { ...sold, ...size, arrangement, ...moments };
    const { solutionId: projectId, accountId } = sold;
    const steps = [projects.step(projectId, (project) => openProject(project, command))];
    const support = policy.rows.find(({ name }) => name === arrangement.policyRow)?.entitles;
    if (support) {
      const project = { kind: 'project', id: projectId } as const;
      const given = { on: project, accountId, support, at: because.at };
      steps.push(entitlements.step(projectId, (entitlement) => openIncluded(entitlement, given)));
    }
    return changeTogether(steps, because);
  });
