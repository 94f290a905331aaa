import type { EntitlementEvent, ProjectRight } from '@steward/contracts';
import type { Entitlement } from './entitlement.ts';
import { openEntitlement } from './open-entitlement.ts';

const dayMs = 86_400_000;

export interface OpenForProject {
  readonly projectId: string;
  readonly accountId: string;
  readonly right: ProjectRight;
  readonly at: Date;
}

/**
 * Gives a project the right to support that it begins with, under the project's own id. Whoever has given it
 * one under that id before has said it better.
 */
export const openForProject = (
  entitlement: Entitlement,
  { projectId, accountId, right, at }: OpenForProject,
): EntitlementEvent[] => {
  if (entitlement.status !== 'absent') return [];
  const { days, ...terms } = right;
  const validFrom = at.toISOString();
  const validUntil = new Date(at.getTime() + days * dayMs).toISOString();
  const on = { kind: 'project', id: projectId } as const;
  const content = { ...terms, accountId, on, validFrom, validUntil };
  return openEntitlement(entitlement, { entitlementId: projectId, content, at });
};
