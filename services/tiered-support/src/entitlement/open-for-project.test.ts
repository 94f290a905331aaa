import { scenario } from '@steward/testing/scenario';
import { entitlementOpened } from '../fixtures/entitlements.ts';
import { entitlement } from './entitlement.ts';
import { openForProject } from './open-for-project.ts';

const given = scenario(entitlement);
const at = '2026-01-01T00:00:00.000Z';
const right = { name: 'First year', unit: 'hours', total: 40, whenUsedUp: 'refuse' } as const;
const command = {
  projectId: 'p-1',
  accountId: 'acme',
  right: { ...right, days: 365 },
  at: new Date(at),
};

describe('the right to support that a project begins with', () => {
  it('hangs on the project, for so many days', () => {
    given()
      .when((state) => openForProject(state, command))
      .thenEmits({
        type: 'EntitlementOpened',
        data: {
          entitlementId: 'p-1',
          accountId: 'acme',
          at,
          content: {
            ...right,
            accountId: 'acme',
            on: { kind: 'project', id: 'p-1' },
            validFrom: at,
            validUntil: '2027-01-01T00:00:00.000Z',
          },
        },
      });
  });

  it('leaves alone what somebody has given it before', () => {
    given(entitlementOpened({}, 'p-1'))
      .when((state) => openForProject(state, command))
      .thenNothing();
  });
});
