import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';

/** Warns that the time of a task will soon be over, and tells that it is. */
export const ringTaskClocks = ({ tasks }: Dependencies): Timer => ({
  name: 'ringTaskClocks',
  due: (by, limit) => tasks.due('nextAlarmAt', by, limit),
  // Every change of a task tells first what has fallen due; here nothing else follows.
  ring: (taskId, because) => tasks.change(taskId, () => [], because),
});
