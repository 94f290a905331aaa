import { z } from 'zod';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query, routes } from '../route.ts';
import { Industry } from './account.ts';
import { TouchPoint } from './interaction.ts';

const Ownership = z.object({ ownerId: Id, from: Instant, until: Instant.optional() });

export const Account = z.object({
  accountId: Id,
  name: Name,
  industry: Industry,
  segment: z.string().optional(),
  country: z.string().optional(),
  isDemonstration: z.boolean().optional(),
  ownerId: Id,
  registeredAt: Instant,
  version: z.int(),
});

export const Contact = z.object({
  contactId: Id,
  accountId: Id,
  name: Name,
  email: z.string().optional(),
  phone: z.string().optional(),
  function: z.string().optional(),
});

/** One thing that a customer has with us, whichever service keeps it. */
export const Holding = z.object({
  kind: z.enum(['opportunity', 'order', 'solution', 'subscription', 'project', 'ticket']),
  id: z.string(),
  title: z.string(),
  status: z.string(),
  since: Instant,
});

export const TimelineEntry = z.object({
  eventId: z.string(),
  type: z.string(),
  noun: z.string(),
  nounId: z.string(),
  occurredAt: Instant,
  summary: z.string(),
});

/** Everything known about one customer, from the events of all services. */
export const CustomerRecord = z.object({
  account: Account,
  owners: z.array(Ownership),
  contacts: z.array(Contact),
  counts: z.record(z.string(), z.record(z.string(), z.int())),
  holdings: z.array(Holding),
  timeline: z.array(TimelineEntry),
});

export const accountRoutes = routes('account', {
  registerAccount: command('/v1/accounts', {
    summary: 'Register a customer company with the one person who answers for it',
    scope: 'accounts:write',
    creates: true,
    body: {
      accountId: Id.optional(),
      name: Name,
      industry: Industry,
      segment: z.string().max(100).optional(),
      country: z.string().max(100).optional(),
      isDemonstration: z.boolean().optional(),
      ownerId: Id,
    },
  }),
  assignAccountOwner: command('/v1/accounts/:accountId/owner', {
    summary: 'Hand an account to a new owner; the previous one ends at the same instant',
    scope: 'accounts:write',
    body: { ownerId: Id },
  }),
  readAccount: query('/v1/accounts/:accountId', {
    summary: 'One account',
    scope: 'accounts:read',
    answer: Account,
  }),
  listAccounts: query('/v1/accounts', {
    summary: 'Accounts by id, filtered',
    scope: 'accounts:read',
    filters: { ...paging, industry: Industry.optional(), ownerId: Id.optional() },
    answer: page(Account),
  }),
  readAccountOwner: query('/v1/accounts/:accountId/owner', {
    summary: 'Who answers for an account, now or at a moment of the past',
    scope: 'accounts:read',
    filters: { at: Instant.optional() },
    answer: Ownership,
  }),
  readAccountHistory: query('/v1/accounts/:accountId/history', {
    summary: 'Every event of an account with actor, reason, time and cause',
    scope: 'accounts:read',
    filters: paging,
    answer: History,
  }),
  addContact: command('/v1/accounts/:accountId/contacts', {
    summary: 'Add a person at the customer',
    scope: 'accounts:write',
    creates: true,
    body: {
      contactId: Id.optional(),
      name: Name,
      email: z.email().optional(),
      phone: z.string().max(40).optional(),
      function: z.string().max(100).optional(),
    },
  }),
  listContacts: query('/v1/accounts/:accountId/contacts', {
    summary: 'The people at the customer',
    scope: 'accounts:read',
    filters: paging,
    answer: page(Contact),
  }),
  recordInteraction: command('/v1/accounts/:accountId/interactions', {
    summary: 'Record what passed between the customer and one of us, once, for all of us',
    scope: 'accounts:write',
    creates: true,
    body: {
      contactId: Id.optional(),
      touchPoint: TouchPoint,
      summary: Text.min(1),
      hadToRepeat: z.boolean().default(false),
    },
  }),
  readCustomerRecord: query('/v1/accounts/:accountId/record', {
    summary: 'The whole customer: account, owners, contacts, what they hold, what happened',
    scope: 'accounts:read',
    answer: CustomerRecord,
  }),
  readTimeline: query('/v1/accounts/:accountId/timeline', {
    summary: 'What happened at a customer, newest first, over all services',
    scope: 'accounts:read',
    filters: paging,
    answer: page(TimelineEntry),
  }),
});
