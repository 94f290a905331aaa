import type { OutsourcerEvent } from '@steward/contracts';
import type { OnOutsourcer } from './engage-outsourcer.ts';
import { type Outsourcer, refuse, requireActive, requireKnown } from './outsourcer.ts';

export const deactivateOutsourcer = (
  outsourcer: Outsourcer,
  { outsourcerId, at }: OnOutsourcer,
): OutsourcerEvent[] => {
  requireActive(outsourcer, outsourcerId);
  return [{ type: 'OutsourcerDeactivated', data: { outsourcerId, at: at.toISOString() } }];
};

export const reactivateOutsourcer = (
  outsourcer: Outsourcer,
  { outsourcerId, at }: OnOutsourcer,
): OutsourcerEvent[] => {
  if (requireKnown(outsourcer, outsourcerId).status === 'active')
    throw refuse('outsourcer-active', `Outsourcer ${outsourcerId} is active`);
  return [{ type: 'OutsourcerReactivated', data: { outsourcerId, at: at.toISOString() } }];
};
