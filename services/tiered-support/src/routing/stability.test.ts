import type { EventOf, TicketClaimed, TicketRouted } from '@steward/contracts';
import { fact } from '../fixtures/ticket-past.ts';
import { stabilityOf } from './stability.ts';
import { type TicketHandlers, ticketHandlers } from './ticket-handlers.projection.ts';

const occurrence = { id: 'e-1', topic: 'any', key: 't-1', version: 1, at: '' };
const claimed = (time: string, agentId: string): EventOf<typeof TicketClaimed> => ({
  type: 'TicketClaimed',
  data: { ...fact(time, 'queued'), agentId, holdingId: `h-${time}` },
});
const routed = (time: string, agentId: string): EventOf<typeof TicketRouted> => ({
  type: 'TicketRouted',
  data: {
    ...fact(time, 'queued'),
    agentId,
    holdingId: `h-${time}`,
    why: 'the-only-one',
    considered: [],
    dropped: [],
  },
});

describe('who had a ticket', () => {
  it('is told the last first, with the first who took it on', () => {
    const events = [routed('09:00', 'ada'), claimed('10:00', 'ben'), claimed('11:00', 'ada')];
    const row = events.reduce<TicketHandlers | undefined>(
      (found, event) => ticketHandlers.apply(found, { ...occurrence, ...event }),
      undefined,
    );
    expect(row).toEqual({
      accountId: 'acme',
      firstAgentId: 'ada',
      firstAt: '2026-03-02T09:00:00.000Z',
      lastAt: '2026-03-02T11:00:00.000Z',
      agentIds: ['ada', 'ben'],
    });
  });
});

describe('the stability of service', () => {
  const ada = { agentId: 'ada', tickets: 4, returning: 3, toEarlierHandler: 2 };
  const ben = { agentId: 'ben', tickets: 6, returning: 1, toEarlierHandler: 1 };

  it('R80: is the share of those who return that went to somebody whom they know', () => {
    expect(stabilityOf([ada, ben])).toEqual({
      tickets: 10,
      returning: 4,
      toEarlierHandler: 3,
      share: 0.75,
      agents: [ben, ada],
    });
  });

  it('has no share where nobody returned', () => {
    expect(stabilityOf([]).share).toBeUndefined();
  });
});
