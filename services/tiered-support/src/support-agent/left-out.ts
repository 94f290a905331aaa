import { type Desk, LeftOut, type MessageChannel, type RequiredSkill } from '@steward/contracts';
import { isSameDesk } from '../ticket/desk.ts';
import { type DefinedAgent, loadOf } from './support-agent.ts';

/** What a ticket asks of whoever takes it. */
export interface Wanted {
  readonly desk: Desk;
  readonly channel: MessageChannel;
  readonly skills: readonly RequiredSkill[];
  /** Those who had it and did not keep it; they may still change their minds. */
  readonly givenBackBy: readonly string[];
  /** Whoever takes it by itself may have no time for more, or have given it back before. */
  readonly isClaim: boolean;
  readonly at: Date;
}

/** Somebody, and what its calendar says of the moment. */
export interface Candidate {
  readonly agent: DefinedAgent;
  readonly isInHours: boolean;
  /** When its hours begin again. */
  readonly opensAt?: string | undefined;
}

export const servesDesk = ({ desks }: Pick<DefinedAgent, 'desks'>, desk: Desk): boolean =>
  desks.some((served) => isSameDesk(served, desk));

export const leaveAt = ({ leaves }: DefinedAgent, at: Date) =>
  leaves.find(({ from, to }) => Date.parse(from) <= at.getTime() && at.getTime() < Date.parse(to));

/** Whether somebody has come, is in their hours and on no leave; what they have in hand is another matter. */
export const isThere = ({ agent, isInHours }: Candidate, at: Date): boolean =>
  agent.presence !== 'away' && isInHours && !leaveAt(agent, at);

const has = ({ skills }: DefinedAgent, { skill, minLevel }: RequiredSkill, at: Date): boolean =>
  skills.some(
    (known) =>
      known.skill === skill &&
      known.level >= minLevel &&
      (known.validUntil === undefined || at.getTime() < Date.parse(known.validUntil)),
  );

const isChannelFull = ({ limits, work }: DefinedAgent, channel: MessageChannel): boolean => {
  const limit = limits[channel];
  return limit !== undefined && work.filter((held) => held.channel === channel).length >= limit;
};

/** What keeps somebody from a ticket. */
const isLeftOut: Record<LeftOut, (candidate: Candidate, wanted: Wanted) => boolean> = {
  'desk-not-served': ({ agent }, { desk }) => !servesDesk(agent, desk),
  away: ({ agent }) => agent.presence === 'away',
  'at-another-desk': ({ agent }, { desk }) => !agent.desk || !isSameDesk(agent.desk, desk),
  busy: ({ agent }, { isClaim }) => agent.presence === 'busy' && !isClaim,
  'out-of-hours': ({ isInHours }) => !isInHours,
  'on-leave': ({ agent }, { at }) => leaveAt(agent, at) !== undefined,
  'skill-missing': ({ agent }, { skills, at }) => !skills.every((skill) => has(agent, skill, at)),
  'gave-it-back': ({ agent }, { givenBackBy, isClaim }) =>
    givenBackBy.includes(agent.agentId) && !isClaim,
  'channel-full': ({ agent }, { channel }) => isChannelFull(agent, channel),
  'capacity-used-up': ({ agent }, { channel }) =>
    loadOf(agent) + agent.weights[channel] > agent.capacityUnits,
};

/** The first thing that keeps somebody from a ticket; nothing where they can take it. */
export const leftOutBecause = (candidate: Candidate, wanted: Wanted): LeftOut | undefined =>
  LeftOut.options.find((reason) => isLeftOut[reason](candidate, wanted));
