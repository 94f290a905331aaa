import type {
  Hours,
  OutsourcerContent,
  OutsourcerEvent,
  OutsourcerOwner,
  OwnerLevel,
} from '@steward/contracts';
import { type Outsourcer, refuse, requireKnown } from './outsourcer.ts';

export interface OnOutsourcer {
  readonly outsourcerId: string;
  readonly at: Date;
}

export interface ReviseOutsourcer extends OnOutsourcer {
  readonly content: OutsourcerContent;
  /** Those of the calendar that the content names. */
  readonly hours?: Hours | undefined;
}

export interface AssignOutsourcerOwner extends OnOutsourcer {
  readonly seniorOwner: OutsourcerOwner;
}

export type EngageOutsourcer = ReviseOutsourcer & AssignOutsourcerOwner;

/** What others do in our name needs somebody who has seen a lot: from which level on that is so. */
const isSenior: Record<OwnerLevel, boolean> = {
  assistant: false,
  'account-manager': false,
  senior: true,
  director: true,
};

const requireSenior = ({ userId, level }: OutsourcerOwner): void => {
  if (!isSenior[level])
    throw refuse('outsourcer-owner-not-senior', `${userId} is ${level}, which is not senior`);
};

export const engageOutsourcer = (
  outsourcer: Outsourcer,
  { at, ...engaged }: EngageOutsourcer,
): OutsourcerEvent[] => {
  if (outsourcer.status !== 'absent')
    throw refuse(
      'outsourcer-already-engaged',
      `Outsourcer ${engaged.outsourcerId} was already engaged`,
    );
  requireSenior(engaged.seniorOwner);
  return [{ type: 'OutsourcerEngaged', data: { ...engaged, at: at.toISOString() } }];
};

export const reviseOutsourcer = (
  outsourcer: Outsourcer,
  { at, ...revised }: ReviseOutsourcer,
): OutsourcerEvent[] => {
  requireKnown(outsourcer, revised.outsourcerId);
  return [{ type: 'OutsourcerRevised', data: { ...revised, at: at.toISOString() } }];
};

/** One senior follows another in one step, so that there always is one. */
export const assignOutsourcerOwner = (
  outsourcer: Outsourcer,
  { at, outsourcerId, seniorOwner }: AssignOutsourcerOwner,
): OutsourcerEvent[] => {
  const { seniorOwner: formerOwner } = requireKnown(outsourcer, outsourcerId);
  requireSenior(seniorOwner);
  const { userId, level } = seniorOwner;
  if (userId === formerOwner.userId && level === formerOwner.level)
    throw refuse('outsourcer-owner-unchanged', `${userId} answers for ${outsourcerId} already`);
  const data = { outsourcerId, seniorOwner, formerOwner, at: at.toISOString() };
  return [{ type: 'OutsourcerOwnerAssigned', data }];
};
