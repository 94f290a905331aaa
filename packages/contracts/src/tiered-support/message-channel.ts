import { z } from 'zod';

/** The way that something is said, or that a customer reaches us. */
export const MessageChannel = z.enum(['mail', 'web', 'chat', 'phone']);
export type MessageChannel = z.output<typeof MessageChannel>;
