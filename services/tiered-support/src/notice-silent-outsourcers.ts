import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { noticeSilence } from './outsourcer/hear-outsourcer.ts';

/** Tells that an outsourced desk with open cases has said nothing for too long. */
export const noticeSilentOutsourcers = ({ outsourcers }: Dependencies): Timer => ({
  name: 'noticeSilentOutsourcers',
  due: (by, limit) => outsourcers.due('dueAt', by, limit),
  ring: (outsourcerId, because) =>
    outsourcers.change(outsourcerId, (one) => noticeSilence(one, because.at), because),
});
