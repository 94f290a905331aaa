import { z } from 'zod';

/** The way that something was said. */
export const MessageChannel = z.enum(['mail', 'web', 'chat', 'phone']);
export type MessageChannel = z.output<typeof MessageChannel>;
export const MessageFrom = z.enum(['customer', 'staff']);
