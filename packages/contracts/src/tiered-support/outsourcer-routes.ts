import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Desk } from './desk.ts';
import { OutsourcerContent, OutsourcerOwner } from './outsourcer.ts';

const OutsourcerStatus = z.enum(['active', 'deactivated']);

export const Outsourcer = z.object({
  outsourcerId: Id,
  status: OutsourcerStatus,
  seniorOwner: OutsourcerOwner,
  ...OutsourcerContent.shape,
  /** Whether what it says comes too late, or does not come. */
  isBehind: z.boolean(),
  /** Cases that it has told of, and not settled. */
  openCases: z.int(),
  lastHeardAt: Instant.optional(),
  version: z.int(),
});

/** How late lines of a log came in. Without any, nothing is known but that. */
const lag = {
  entries: z.int(),
  meanSeconds: z.number().optional(),
  /** Nine of ten came as soon as this, or sooner. */
  p90Seconds: z.number().optional(),
  maxSeconds: z.number().optional(),
  shareWithinLimit: z.number().optional(),
};

export const OutsourcerLag = z.object({
  outsourcerId: Id,
  lagLimitMinutes: z.int(),
  isBehind: z.boolean(),
  openCases: z.int(),
  lastHeardAt: Instant.optional(),
  ...lag,
  /** By the day, in UTC, on which they came in; the latest first. */
  days: z.array(z.object({ day: z.iso.date(), ...lag })),
});

export const outsourcerRoutes = {
  engageOutsourcer: command('/v1/outsourcers', {
    summary: 'Let an outsourced desk work for us, with a senior of ours who answers for it',
    scope: 'support:write',
    creates: true,
    body: {
      outsourcerId: Id.optional(),
      seniorOwner: OutsourcerOwner,
      ...OutsourcerContent.shape,
    },
  }),
  reviseOutsourcer: command('/v1/outsourcers/:outsourcerId/revisions', {
    summary: 'Agree on something else with an outsourced desk',
    scope: 'support:write',
    body: OutsourcerContent.shape,
  }),
  assignOutsourcerOwner: command('/v1/outsourcers/:outsourcerId/owner', {
    summary: 'Let another senior of ours answer for an outsourced desk',
    scope: 'support:write',
    body: { seniorOwner: OutsourcerOwner },
  }),
  deactivateOutsourcer: command('/v1/outsourcers/:outsourcerId/deactivation', {
    summary: 'Take nothing from an outsourced desk any more',
    scope: 'support:write',
    body: {},
  }),
  reactivateOutsourcer: command('/v1/outsourcers/:outsourcerId/reactivation', {
    summary: 'Let an outsourced desk work for us again',
    scope: 'support:write',
    body: {},
  }),
  readOutsourcer: query('/v1/outsourcers/:outsourcerId', {
    summary: 'One outsourced desk as it is now',
    scope: 'support:read',
    answer: Outsourcer,
  }),
  listOutsourcers: query('/v1/outsourcers', {
    summary: 'Outsourced desks by id, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      status: OutsourcerStatus.optional(),
      team: Desk.shape.team.optional(),
    },
    answer: page(Outsourcer),
  }),
  readOutsourcerHistory: query('/v1/outsourcers/:outsourcerId/history', {
    summary: 'All that became of an outsourced desk, and all that was heard of it',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  readOutsourcerLag: query('/v1/outsourcers/:outsourcerId/lag', {
    summary: 'How late an outsourced desk tells what happens, over its last lines and by day',
    scope: 'support:read',
    filters: { last: z.coerce.number().int().min(1).max(5_000).default(1_000) },
    answer: OutsourcerLag,
  }),
};
