import { type RouteContract, validator } from '@steward/contracts';
import type { z } from 'zod';
import { BadRow } from './bad-row.ts';

/**
 * Asks the contract of a route before the platform is asked, so that what it would not take is found
 * out the same way on every run, whoever runs it.
 */
export const fitting = <Body extends z.ZodType>({
  body,
}: RouteContract<string, z.ZodType, Body>) => {
  const check = validator(body);
  return (value: z.input<Body>): string => {
    const checked = check(value);
    if (checked.ok) return JSON.stringify(value);
    throw new BadRow(
      checked.problems.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '),
    );
  };
};
