import { z } from 'zod';
import { Instant, Money } from '../primitives.ts';
import { query, routes } from '../route.ts';
import { AimsReport } from './aims-report.ts';
import { FromService, NeedsReport } from './needs-report.ts';
import { SupportGrouping, SupportReport } from './support-report.ts';

const Valued = z.object({
  count: z.int(),
  valueMinor: z.int(),
  currency: z.string().optional(),
});

export const PipelineReport = z.object({
  won: Valued,
  lost: z.object({ count: z.int() }),
  open: Valued,
  stages: z.array(z.object({ stage: z.string(), ...Valued.shape })),
  /** Won divided by won and lost; absent while nothing is decided. */
  winRate: z.number().optional(),
  /** Won value by currency, always, whether of one or of several. */
  currencies: z.array(Money),
  /** What came from needs that service heard; absent where nothing did. */
  fromService: FromService.optional(),
});

export const SatisfactionReport = z.object({
  ratings: z.int(),
  /** Share of 4 and 5 among all ratings of 1 to 5; absent without ratings. */
  csat: z.number().optional(),
  mean: z.number().optional(),
  scores: z.record(z.string(), z.int()),
});

/** Whether accounts that were made to show or to try something count. */
const demonstrations = z.enum(['exclude', 'include']).default('exclude');

const Seen = z.object({ id: z.string(), version: z.int() });

export const dataServiceRoutes = routes('data-service', {
  reportSupport: query('/v1/reports/support', {
    summary: 'Support: tickets, lines, times; broken down on request',
    scope: 'reports:read',
    filters: {
      demonstrations,
      groupBy: SupportGrouping.optional(),
      top: z.coerce.number().int().min(1).max(1000).default(50),
    },
    answer: SupportReport,
  }),
  reportPipeline: query('/v1/reports/pipeline', {
    summary: 'The pipeline: won, lost, open by stage',
    scope: 'reports:read',
    filters: { demonstrations },
    answer: PipelineReport,
  }),
  reportSatisfaction: query('/v1/reports/satisfaction', {
    summary: 'What customers answered when asked how well they were served',
    scope: 'reports:read',
    filters: { demonstrations },
    answer: SatisfactionReport,
  }),
  reportAims: query('/v1/reports/aims', {
    summary: 'What service is for: cost, efficiency, satisfaction, and the sales that it starts',
    scope: 'reports:read',
    filters: {
      demonstrations,
      /** Tickets raised and opportunities discovered from then on. */
      from: Instant.optional(),
      /** And before then. */
      to: Instant.optional(),
    },
    answer: AimsReport,
  }),
  reportNeeds: query('/v1/reports/needs', {
    summary:
      'What customers go on to need, which offerings there are, who has them, what they bring',
    scope: 'reports:read',
    filters: { demonstrations, top: z.coerce.number().int().min(1).max(1000).default(50) },
    answer: NeedsReport,
  }),
  readTicketSeen: query('/v1/reports/support/tickets/:ticketId', {
    summary: 'Up to which version the support read model has taken in a ticket',
    scope: 'reports:read',
    answer: Seen,
  }),
  readOpportunitySeen: query('/v1/reports/pipeline/opportunities/:opportunityId', {
    summary: 'Up to which version the pipeline read model has taken in an opportunity',
    scope: 'reports:read',
    answer: Seen,
  }),
});
