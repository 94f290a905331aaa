import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { CustomerValue } from './customer-value.ts';
import { GradeExplained } from './service-grade.ts';

export const ValuedCustomer = z.object({
  accountId: Id,
  ...CustomerValue.shape,
  valuedAt: Instant,
  version: z.int(),
});

export const serviceGradeRoutes = {
  valueCustomer: command('/v1/customer-values/:accountId', {
    summary: 'Say what a customer is worth to us, among all customers',
    scope: 'support:write',
    body: CustomerValue.shape,
  }),
  readCustomerValue: query('/v1/customer-values/:accountId', {
    summary: 'What a customer is worth to us',
    scope: 'support:read',
    answer: ValuedCustomer,
  }),
  listCustomerValues: query('/v1/customer-values', {
    summary: 'What customers are worth to us, by account',
    scope: 'support:read',
    filters: paging,
    answer: page(ValuedCustomer),
  }),
  readCustomerValueHistory: query('/v1/customer-values/:accountId/history', {
    summary: 'What a customer was worth to us, and who said so',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  readServiceGrade: query('/v1/service-grades/:accountId', {
    summary: 'How well a customer is served, with the points and the pool; for one of its projects',
    scope: 'support:read',
    filters: { projectId: Id.optional() },
    answer: z.object({ accountId: Id, projectId: Id.optional(), ...GradeExplained.shape }),
  }),
};
