import {
  type Milestone,
  Priority,
  type SlaPolicyContent,
  type SlaTarget,
} from '@steward/contracts';
import { defaultPolicyId, refuse } from './sla-policy.ts';

const requireTarget = ({ priority, lines, ...promised }: SlaTarget): void => {
  const { firstResponse, nextResponse, resolution } = promised;
  if (Object.values(promised).every((minutes) => minutes === undefined))
    throw refuse('sla-promise-missing', `At the priority ${priority} nothing is promised`);
  for (const response of [firstResponse, nextResponse])
    if (response !== undefined && resolution !== undefined && response > resolution)
      throw refuse(
        'sla-response-after-resolution',
        `At the priority ${priority} it may be answered after ${response} minutes and is to be resolved after ${resolution}`,
      );
  if (lines === undefined) return;
  const ofLines = Object.values(lines).reduce((sum, minutes) => sum + minutes, 0);
  if (ofLines !== resolution)
    throw refuse(
      'sla-lines-do-not-sum',
      `At the priority ${priority} the lines have ${ofLines} minutes, and the resolution ${resolution ?? 'none'}`,
    );
};

const requireEachPriorityOnce = (targets: readonly SlaTarget[]): void => {
  for (const priority of Priority.options) {
    const count = targets.filter((target) => target.priority === priority).length;
    if (count > 1)
      throw refuse('sla-priority-twice', `The priority ${priority} has ${count} targets`);
    if (count === 0)
      throw refuse('sla-priority-without-target', `The priority ${priority} has no target`);
  }
};

const requireMilestone = (milestone: Milestone): void => {
  const { name, minutes, starts, stops, pauses, resumes, resets, cancels } = milestone;
  if (Object.keys(minutes).length === 0)
    throw refuse('sla-milestone-without-time', `The milestone ${name} has no time at any priority`);
  const conditions = { starts, stops, pauses, resumes, resets, cancels };
  for (const [which, condition] of Object.entries(conditions))
    if (condition && Object.values(condition).every((values) => values === undefined))
      throw refuse('sla-condition-blank', `Of the milestone ${name}, "${which}" names nothing`);
};

const requireEachNameOnce = (milestones: readonly Milestone[]): void => {
  const names = milestones.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw refuse('sla-milestone-twice', `There are two milestones of the name ${twice}`);
};

/** Refuses a policy that leaves open what is promised, or whom. */
export const requireSound = (
  policyId: string,
  { match, terms, validFrom, validTo }: SlaPolicyContent,
): void => {
  const isBlank = Object.values(match).every((values) => values === undefined);
  const isDefault = policyId === defaultPolicyId;
  if (isBlank && !isDefault)
    throw refuse('sla-match-blank', `Only the policy "${defaultPolicyId}" is for all tickets`);
  if (isDefault && (!isBlank || validFrom !== undefined || validTo !== undefined))
    throw refuse('sla-default-matches-all', 'The default policy is for all tickets, at any time');
  if (
    validFrom !== undefined &&
    validTo !== undefined &&
    Date.parse(validTo) <= Date.parse(validFrom)
  )
    throw refuse('sla-never-valid', `It would be valid from ${validFrom} to ${validTo}`);
  requireEachPriorityOnce(terms.targets);
  for (const target of terms.targets) requireTarget(target);
  requireEachNameOnce(terms.milestones ?? []);
  for (const milestone of terms.milestones ?? []) requireMilestone(milestone);
};
