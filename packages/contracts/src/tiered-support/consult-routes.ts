import { z } from 'zod';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { ConsultQuestion } from './consult.ts';

const ConsultStatus = z.enum(['asked', 'answered']);

export const Consult = z.object({
  consultId: Id,
  ticketId: Id,
  accountId: Id,
  status: ConsultStatus,
  ...ConsultQuestion.shape,
  askedBy: z.string(),
  askedAt: Instant,
  answer: Text.optional(),
  answeredBy: z.string().optional(),
  answeredAt: Instant.optional(),
  version: z.int(),
});

export const consultRoutes = {
  askExpert: command('/v1/tickets/:ticketId/consults', {
    summary: 'Ask a technical expert about a ticket of the third tier; the desk keeps the ticket',
    scope: 'support:work',
    creates: true,
    body: { consultId: Id.optional(), ...ConsultQuestion.shape },
  }),
  answerConsult: command('/v1/consults/:consultId/answer', {
    summary: 'Answer what was asked, once',
    scope: 'support:work',
    body: { answer: Text.min(1) },
  }),
  readConsult: query('/v1/consults/:consultId', {
    summary: 'One question to an expert, with the answer',
    scope: 'support:read',
    answer: Consult,
  }),
  listConsults: query('/v1/consults', {
    summary: 'Questions to experts by id, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      ticketId: Id.optional(),
      status: ConsultStatus.optional(),
      team: Name.optional(),
      expert: z.string().max(200).optional(),
    },
    answer: page(Consult),
  }),
  readConsultHistory: query('/v1/consults/:consultId/history', {
    summary: 'Who asked and who answered, and when',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
