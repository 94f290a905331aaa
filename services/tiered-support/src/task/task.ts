import type { DataOf, TaskDue, TaskEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

interface Held extends Readonly<Omit<DataOf<TaskEvent, 'TaskSet'>, 'at' | 'due'>> {
  readonly due?: TaskDue | undefined;
  readonly setAt: string;
  readonly changedAt: string;
  readonly isWarned: boolean;
  readonly isOverdue: boolean;
  /** When somebody is next to be warned, or its time is over. */
  readonly nextAlarmAt?: string | undefined;
}

export type PendingTask = Held & { readonly status: 'open' | 'accepted' };
export type EndedTask = Held & {
  readonly status: 'done' | 'declined' | 'cancelled';
  readonly endedAt: string;
};
/** Something that a part of the company is asked to do for a ticket. */
export type Task = { readonly status: 'absent' } | PendingTask | EndedTask;
export type KnownTask = Existing<Task>;

export const refuse = refusals({
  'task-already-set': 'conflict',
  'task-not-found': 'notFound',
  'task-out-of-order': 'conflict',
  'task-ended': 'conflict',
  'task-already-accepted': 'conflict',
  'task-holder-unchanged': 'conflict',
  'task-calendar-not-found': 'notFound',
  'task-never-due': 'invalid',
  'task-sales-at-delivery-centre': 'conflict',
});

export const isPending = (task: Task): task is PendingTask =>
  task.status === 'open' || task.status === 'accepted';

const withAlarm = (task: PendingTask): PendingTask => {
  const { due, isWarned, isOverdue } = task;
  const alarms = [!isWarned && due?.warnAt, !isOverdue && due?.dueAt];
  return { ...task, nextAlarmAt: alarms.find((alarm) => typeof alarm === 'string') };
};

const ended = (task: KnownTask, status: EndedTask['status'], at: string): EndedTask => ({
  ...task,
  status,
  changedAt: at,
  endedAt: at,
  nextAlarmAt: undefined,
});

const proceed = (task: PendingTask, event: Exclude<TaskEvent, { type: 'TaskSet' }>): KnownTask => {
  const { type, data } = event;
  const changedAt = data.at;
  switch (type) {
    case 'TaskAccepted':
      return { ...task, status: 'accepted', assignee: data.assignee, changedAt };
    case 'TaskReassigned': {
      const { function: asked, assignee } = data;
      return { ...task, status: 'open', function: asked, assignee, changedAt };
    }
    case 'TaskDone':
      return ended(task, 'done', changedAt);
    case 'TaskDeclined':
      return ended(task, 'declined', changedAt);
    case 'TaskCancelled':
      return ended(task, 'cancelled', changedAt);
    case 'TaskWarned':
      return withAlarm({ ...task, isWarned: true, changedAt });
    case 'TaskOverdue':
      return withAlarm({ ...task, isOverdue: true, changedAt });
  }
};

const evolve = (task: Task, event: TaskEvent): Task => {
  if (event.type !== 'TaskSet') return isPending(task) ? proceed(task, event) : task;
  const { at, ...set } = event.data;
  const moments = { setAt: at, changedAt: at };
  return withAlarm({ status: 'open', ...set, ...moments, isWarned: false, isOverdue: false });
};

export const task: Aggregate<Task, TaskEvent> = {
  name: 'task',
  initial: { status: 'absent' },
  evolve,
};
