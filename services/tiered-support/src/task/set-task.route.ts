import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import { atAnyVersion } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { noteTask } from '../ticket/note-task.ts';
import { requireRaised } from '../ticket/require-ticket.ts';
import { setTask, type TimeToCount } from './set-task.ts';
import { refuse } from './task.ts';

/** The hours that its time is counted in, as they are now. */
const timeToCount = async (
  { calendars }: Dependencies,
  { calendarId, minutes }: Pick<TimeToCount, 'calendarId' | 'minutes'>,
): Promise<TimeToCount> => {
  const calendar = await calendars.read(calendarId);
  if (!exists(calendar))
    throw refuse('task-calendar-not-found', `There is no calendar ${calendarId}`);
  const { version: calendarVersion, state } = calendar;
  return { calendarId, calendarVersion, minutes, hours: state.hours };
};

export const setTaskRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.setTask, async ({ body, because }) => {
    const { tickets, tasks, newId, changeTogether } = dependencies;
    const { taskId = newId(), due, ...asked } = body;
    const { ticketId } = asked;
    const { at } = because;
    const { accountId, arrangement } = requireRaised(ticketId, await tickets.read(ticketId));
    const time = due && (await timeToCount(dependencies, due));
    const command = { ...asked, taskId, accountId, servedBy: arrangement.servedBy, time, at };
    const set = tasks.step(taskId, (task) => setTask(task, command));
    // Both or neither, so that a ticket that is resolved meanwhile leaves no task behind.
    const note = tickets.step(ticketId, (found) => noteTask(found, { ticketId, taskId, at }));
    return changeTogether([set, atAnyVersion(note)], because);
  });
