import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Channel, Leader, Placing } from '../opportunity/solution.ts';
import { Id, Instant, Money, Name } from '../primitives.ts';
import { Arrangement } from './tier.ts';

export const OperatedProjectOpened = event(
  'OperatedProjectOpened',
  'tiered-support.operated-project.opened.v1',
  z.object({
    projectId: Id,
    solutionId: Id,
    accountId: Id,
    brand: Name,
    leader: Leader,
    channel: Channel,
    branch: Id,
    isLarge: z.boolean(),
    isComplex: z.boolean(),
    arrangement: Arrangement,
    value: Money.optional(),
    ...Placing.shape,
    at: Instant,
  }),
);

export const operatedProjectNoun = noun('tiered-support.operated-project', [OperatedProjectOpened]);
export type OperatedProjectEvent = EventOf<(typeof operatedProjectNoun.events)[number]>;
