import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { ringDue } from './ring-due.ts';
import { cancelTaskRoute, declineTaskRoute, finishTaskRoute } from './task/end-task.route.ts';
import { endTasksOfTicket } from './task/end-tasks.consumer.ts';
import { acceptTaskRoute, reassignTaskRoute } from './task/give-task.route.ts';
import { listTasksRoute, readTaskHistoryRoute, readTaskRoute } from './task/read-task.route.ts';
import { setTaskRoute } from './task/set-task.route.ts';

export const taskDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    setTaskRoute(dependencies),
    acceptTaskRoute(dependencies),
    reassignTaskRoute(dependencies),
    finishTaskRoute(dependencies),
    declineTaskRoute(dependencies),
    cancelTaskRoute(dependencies),
    readTaskRoute(dependencies),
    listTasksRoute(dependencies),
    readTaskHistoryRoute(dependencies),
  ],
  consumers: [endTasksOfTicket(dependencies)],
  projections: [],
  timers: [ringDue('ringTaskClocks', dependencies.tasks, 'nextAlarmAt')],
});
