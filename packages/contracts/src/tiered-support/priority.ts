import { z } from 'zod';

export const Priority = z.enum(['low', 'medium', 'high', 'major']);
export type Priority = z.output<typeof Priority>;

/** Whose turn it is while nobody of ours can go on. */
export const WaitingFor = z.enum(['user', 'customer', 'vendor', 'implementation', 'unspecified']);
export type WaitingFor = z.output<typeof WaitingFor>;

/** Minutes in which somebody is there; at most those of a year of days. */
export const Minutes = z.int().min(1).max(525_600);
