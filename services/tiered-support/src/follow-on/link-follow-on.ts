import type { FollowOnEvent } from '@steward/contracts';
import type { OpenedProject } from '../operated-project/operated-project.ts';
import { type FollowOn, refuse } from './follow-on.ts';
import { settle } from './reward.ts';

export interface LinkFollowOn {
  readonly opportunityId: string;
  readonly project: Pick<OpenedProject, 'projectId' | 'accountId' | 'mechanisms'>;
  /** Those whom the mechanism names, where nobody is named. */
  readonly people?: readonly string[] | undefined;
  readonly at: Date;
}

const sharingOf = ({ projectId, mechanisms }: LinkFollowOn['project']) => {
  const sharing = mechanisms.sharing?.content;
  if (sharing?.mechanism !== 'sharing' || !sharing.reward)
    throw refuse('follow-on-without-sharing', `Project ${projectId} shares no reward`);
  return { people: sharing.people, reward: sharing.reward };
};

/** An opportunity has one project that it follows from; one that has ended already is settled at once. */
export const linkFollowOn = (
  followOn: FollowOn,
  { opportunityId, project, at, ...named }: LinkFollowOn,
): FollowOnEvent[] => {
  if (followOn.status !== 'absent')
    throw refuse(
      'follow-on-already-linked',
      `Opportunity ${opportunityId} follows from project ${followOn.projectId}`,
    );
  const { projectId, accountId } = project;
  const { reward, people: usual } = sharingOf(project);
  const people = [...new Set(named.people ?? usual)];
  if (people.length === 0)
    throw refuse('follow-on-without-people', `Nobody of project ${projectId} is to share`);
  const link = { opportunityId, projectId, accountId, people, reward };
  const { outcome } = followOn;
  return [
    { type: 'FollowOnLinked', data: { ...link, at: at.toISOString() } },
    ...(outcome ? [settle(link, outcome, at)] : []),
  ];
};
