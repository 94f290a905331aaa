import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** The divisions that customers are divided into; an account owner must know the one of the account. */
export const Industry = z.enum([
  'finance',
  'telecom',
  'government',
  'energy',
  'manufacturing',
  'smb',
  'retail',
  'technology',
  'healthcare',
  'media',
  'services',
]);
export type Industry = z.output<typeof Industry>;

export const AccountRegistered = event(
  'AccountRegistered',
  'account.account.registered.v1',
  z.object({
    accountId: Id,
    name: Name,
    industry: Industry,
    segment: z.string().optional(),
    country: z.string().optional(),
    /** Made to show or to try something: reports leave it out unless they are asked to. */
    isDemonstration: z.boolean().optional(),
    at: Instant,
  }),
);

export const AccountOwnerAssigned = event(
  'AccountOwnerAssigned',
  'account.account.owner-assigned.v1',
  z.object({
    accountId: Id,
    ownerId: Id,
    previousOwnerId: Id.optional(),
    /** The new owner answers for the account from this moment on, and the previous one until it. */
    at: Instant,
  }),
);

export const accountNoun = noun('account.account', [AccountRegistered, AccountOwnerAssigned]);
export type AccountEvent = EventOf<(typeof accountNoun.events)[number]>;
