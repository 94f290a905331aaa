import { PinnedLadder } from '@steward/contracts';
import { always, escalationContent, escalationStep } from '../fixtures/escalations.ts';
import { officeHours } from '../fixtures/hours.ts';
import { pinLadder } from './pin-ladder.ts';

const at = new Date('2026-03-02T12:00:00.000Z');
const calendar = (calendarId: string, hours = always) => ({
  version: 3,
  state: { status: 'defined' as const, calendarId, name: calendarId, hours, since: '' },
});
const calendars = new Map([
  ['office', calendar('office', officeHours({ holidays: ['2025-12-25', '2026-04-06'] }))],
  ['always', calendar('always')],
]);
const policy = {
  version: 2,
  state: {
    ...escalationContent({
      steps: [escalationStep({ to: 'account-owner' })],
      recipients: { 'account-owner': { calendarId: 'always' } },
    }),
    status: 'enabled' as const,
    policyId: 'late',
  },
};

describe('pin a ladder', () => {
  it('writes down steps, people and hours as they are now, and who answers for the account', () => {
    const ladder = pinLadder(policy, { calendars, accountOwner: 'olga', at });
    expect(ladder).toEqual({
      policyId: 'late',
      policyVersion: 2,
      calendarId: 'office',
      calendarVersion: 3,
      hours: officeHours({ holidays: ['2026-04-06'] }),
      steps: policy.state.steps,
      recipients: {
        'account-owner': {
          ...{ recipientId: 'olga', calendarId: 'always', calendarVersion: 3, hours: always },
        },
      },
    });
    expect(PinnedLadder.parse(ladder)).toEqual(ladder);
  });

  it('leaves open who answers for the account while nobody is known to', () => {
    const { recipients } = pinLadder(policy, { calendars, at });
    expect(recipients['account-owner']?.recipientId).toBe(undefined);
  });

  it('fails where a calendar is gone', () => {
    expect(() => pinLadder(policy, { calendars: new Map(), at })).toThrow('always');
  });
});
