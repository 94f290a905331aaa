import { ServedBy, type TaskEvent, TaskFunction, taskNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { officeHours } from '../fixtures/hours.ts';
import { due, taskFact, taskPastOf, taskSet } from '../fixtures/task-past.ts';
import { at, moment } from '../fixtures/ticket-past.ts';
import { cancelTask, declineTask, endWithTicket, finishTask } from './end-task.ts';
import { acceptTask, reassignTask } from './give-task.ts';
import { afterRingingTask, ringTask } from './ring-task.ts';
import { type SetTask, setTask } from './set-task.ts';
import { type Task, task } from './task.ts';

const given = scenario(task);
const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
const on = { taskId: 'task-1', at: moment('10:10') };

const asked = (changes: Partial<SetTask> = {}): SetTask => ({
  taskId: 'task-1',
  ticketId: 't-1',
  accountId: 'acme',
  title: 'Pay the money back',
  function: 'finance',
  servedBy: 'call-centre',
  at: moment('09:00'),
  time: { calendarId: 'office', calendarVersion: 1, minutes: 120, hours: always },
  ...changes,
});
const stateOf = (...past: TaskEvent[]): Task => past.reduce(task.evolve, task.initial);
const fits = (event: TaskEvent | undefined) =>
  taskNoun.events.find(({ type }) => type === event?.type)?.parse(event);

describe('set a task', () => {
  it.each(TaskFunction.options)('R45: may be for %s, with a time of its own', (part) => {
    given()
      .when((task) => setTask(task, asked({ function: part })))
      .thenEmits(taskSet({ function: part }));
    expect(fits(taskSet({ function: part }))).toEqual(taskSet({ function: part }));
  });

  it('R45: counts its time in the hours of its calendar alone', () => {
    // Nine o'clock in London is five in the afternoon in Shanghai, which leaves an hour of the day.
    const time = { calendarId: 'office', calendarVersion: 3, minutes: 120, hours: officeHours() };
    expect(stateOf(...setTask(task.initial, asked({ time })))).toMatchObject({
      due: {
        calendarVersion: 3,
        warnAt: '2026-03-03T01:30:00.000Z',
        dueAt: '2026-03-03T02:00:00.000Z',
      },
    });
  });

  it('may have all the time in the world', () => {
    given()
      .when((task) => setTask(task, asked({ time: undefined })))
      .thenEmits(taskSet({ due: undefined }));
    expect(stateOf(taskSet({ due: undefined }))).toMatchObject({ nextAlarmAt: undefined });
  });

  it.each(TaskFunction.options)('R98: the delivery centre may ask all but sales: %s', (part) => {
    for (const servedBy of ServedBy.options) {
      const setting = given().when((task) => setTask(task, asked({ servedBy, function: part })));
      const isDenied = servedBy === 'delivery-centre' && part === 'sales';
      if (isDenied) setting.thenRefuses('task-sales-at-delivery-centre');
      else setting.thenEmits(taskSet({ servedBy, function: part }));
    }
  });

  it('is refused twice', () => {
    given(taskSet())
      .when((task) => setTask(task, asked()))
      .thenRefuses('task-already-set');
  });

  it('is refused where its time would never be over', () => {
    const { weekly, ...hours } = officeHours({ days: 'weekdays' });
    const never = { ...weekly, ...Object.fromEntries(Object.keys(weekly).map((day) => [day, []])) };
    const time = { calendarId: 'office', calendarVersion: 1, minutes: 1 };
    given()
      .when((task) =>
        setTask(task, asked({ time: { ...time, hours: { ...hours, weekly: never } } })),
      )
      .thenRefuses('task-never-due');
  });
});

describe('work on a task', () => {
  const fact = taskFact('10:10');
  const holder = { function: 'legal', assignee: 'lea' } as const;
  const verbs = [
    {
      verb: 'accept',
      decide: (task: Task) => acceptTask(task, { ...on, assignee: 'lea' }),
      event: { type: 'TaskAccepted', data: { ...fact, assignee: 'lea' } },
      after: { status: 'accepted', assignee: 'lea' },
    },
    {
      verb: 'reassign',
      decide: (task: Task) => reassignTask(task, { ...on, ...holder }),
      event: { type: 'TaskReassigned', data: { ...fact, ...holder } },
      after: { status: 'open', ...holder, due, nextAlarmAt: due.warnAt },
    },
    {
      verb: 'finish',
      decide: (task: Task) => finishTask(task, { ...on, result: 'Paid' }),
      event: { type: 'TaskDone', data: { ...fact, result: 'Paid' } },
      after: { status: 'done', endedAt: at('10:10'), nextAlarmAt: undefined },
    },
    {
      verb: 'decline',
      decide: (task: Task) => declineTask(task, { ...on, why: 'Not ours' }),
      event: { type: 'TaskDeclined', data: { ...fact, why: 'Not ours' } },
      after: { status: 'declined', endedAt: at('10:10'), nextAlarmAt: undefined },
    },
    {
      verb: 'cancel',
      decide: (task: Task) => cancelTask(task, on),
      event: { type: 'TaskCancelled', data: { ...fact, hasTicketEnded: false } },
      after: { status: 'cancelled', endedAt: at('10:10'), nextAlarmAt: undefined },
    },
  ] as const;

  describe.each(verbs)('$verb', ({ decide, event, after }) => {
    it.each(['open', 'accepted'] as const)('what is %s', (status) => {
      given(...taskPastOf[status])
        .when(decide)
        .thenEmits(event);
      expect(stateOf(...taskPastOf[status], event)).toMatchObject(after);
      expect(fits(event)).toEqual(event);
    });

    it.each([
      { what: 'what is done', past: taskPastOf.done, code: 'task-ended' },
      { what: 'what is declined', past: taskPastOf.declined, code: 'task-ended' },
      { what: 'what is cancelled', past: taskPastOf.cancelled, code: 'task-ended' },
      { what: 'what was never set', past: [], code: 'task-not-found' },
      {
        what: 'what was changed later',
        past: [taskSet({ at: at('10:20') })],
        code: 'task-out-of-order',
      },
    ])('is refused of $what', ({ past, code }) => {
      given(...past)
        .when(decide)
        .thenRefuses(code);
    });
  });

  it('is accepted once by one person', () => {
    given(...taskPastOf.accepted)
      .when((task) => acceptTask(task, { ...on, assignee: 'fay' }))
      .thenRefuses('task-already-accepted');
  });

  it('is not given to those who have it', () => {
    given(taskSet())
      .when((task) => reassignTask(task, { ...on, function: 'finance' }))
      .thenRefuses('task-holder-unchanged');
  });

  it('R98: is not given to sales later either, where the delivery centre serves', () => {
    given(taskSet({ servedBy: 'delivery-centre' }))
      .when((task) => reassignTask(task, { ...on, function: 'sales' }))
      .thenRefuses('task-sales-at-delivery-centre');
  });
});

describe('the clock of a task', () => {
  const warned: TaskEvent = {
    type: 'TaskWarned',
    data: { ...taskFact('10:30'), dueAt: due.dueAt },
  };
  const overdue: TaskEvent = {
    type: 'TaskOverdue',
    data: { ...taskFact('11:00'), dueAt: due.dueAt },
  };

  it.each([
    { time: '10:29', past: [taskSet()], events: [] },
    { time: '10:30', past: [taskSet()], events: [warned] },
    { time: '11:00', past: [taskSet()], events: [warned, overdue] },
    { time: '11:00', past: [taskSet(), warned], events: [overdue] },
    { time: '12:00', past: [taskSet(), warned, overdue], events: [] },
    { time: '12:00', past: taskPastOf.done, events: [] },
    { time: '12:00', past: [taskSet({ due: undefined })], events: [] },
    { time: '12:00', past: [], events: [] },
  ])('R45: tells by $time what was not told: $events.length', ({ time, past, events }) => {
    given(...past)
      .when((task) => ringTask(task, moment(time)))
      .thenEmits(...events);
    for (const event of events) expect(fits(event)).toEqual(event);
  });

  it('says when it is next to be looked at', () => {
    expect(stateOf(taskSet())).toMatchObject({ nextAlarmAt: due.warnAt });
    expect(stateOf(taskSet(), warned)).toMatchObject({ nextAlarmAt: due.dueAt });
    expect(stateOf(taskSet(), warned, overdue)).toMatchObject({ nextAlarmAt: undefined });
  });

  it('leaves a task overdue that is done too late', () => {
    const done = { taskId: 'task-1', at: moment('11:30') };
    const finish = afterRingingTask((task) => finishTask(task, done), done.at);
    const events = finish(stateOf(taskSet()));
    expect(events.map(({ type }) => type)).toEqual(['TaskWarned', 'TaskOverdue', 'TaskDone']);
    expect(stateOf(taskSet(), ...events)).toMatchObject({ status: 'done', isOverdue: true });
  });
});

describe('a task whose ticket has ended', () => {
  const ended = (time: string): TaskEvent => ({
    type: 'TaskCancelled',
    data: { ...taskFact(time), hasTicketEnded: true },
  });

  it.each(['open', 'accepted'] as const)('ends with it where it is %s', (status) => {
    given(...taskPastOf[status])
      .when((task) => endWithTicket(task, moment('10:10')))
      .thenEmits(ended('10:10'));
  });

  it.each(['done', 'declined', 'cancelled'] as const)('is left alone where it is %s', (status) => {
    given(...taskPastOf[status])
      .when((task) => endWithTicket(task, moment('10:10')))
      .thenNothing();
  });

  it('goes on where it was set after that, for the ticket had been reopened', () => {
    given(taskSet())
      .when((task) => endWithTicket(task, moment('08:59')))
      .thenNothing();
  });

  it('does not end before what it has been through', () => {
    given(...taskPastOf.accepted)
      .when((task) => endWithTicket(task, moment('09:05')))
      .thenEmits(ended('09:10'));
  });
});
