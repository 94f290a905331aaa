import { type TicketEvent, TicketTaskSet } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { noteTask } from './note-task.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', taskId: 'task-1', at: moment('10:10') };
const noted = (taskId = 'task-1', label = 'queued'): TicketEvent => ({
  type: 'TicketTaskSet',
  data: { ...fact('10:10', label), taskId },
});

describe('note a task at a ticket', () => {
  it.each(['queued', 'in-progress', 'waiting'] as const)('leaves what is %s as it is', (status) => {
    given(...pastOf[status])
      .when((ticket) => noteTask(ticket, command))
      .thenEmits(noted('task-1', status));
    const state = [...pastOf[status], noted('task-1', status)].reduce(
      ticket.evolve,
      ticket.initial,
    );
    expect(state).toMatchObject({ status, relations: { tasks: ['task-1'] } });
    expect(TicketTaskSet.parse(noted())).toEqual(noted());
  });

  it.each([
    { what: 'a resolved one', past: pastOf.resolved, code: 'ticket-not-open' },
    { what: 'one that was never raised', past: [], code: 'ticket-not-found' },
    {
      what: 'one with a hundred of them',
      past: [raised(), ...Array.from({ length: 100 }, (_, index) => noted(`task-${index}`))],
      code: 'ticket-tasks-too-many',
    },
  ])('refuses $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => noteTask(ticket, command))
      .thenRefuses(code);
  });
});
