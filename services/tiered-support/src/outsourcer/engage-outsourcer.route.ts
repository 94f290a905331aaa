import { type OutsourcerContent, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { deactivateOutsourcer, reactivateOutsourcer } from './deactivate-outsourcer.ts';
import { assignOutsourcerOwner, engageOutsourcer, reviseOutsourcer } from './engage-outsourcer.ts';
import { refuse } from './outsourcer.ts';

/** What is agreed, with the hours of the calendar that it names as they are now. */
const agreed = async ({ calendars }: Dependencies, content: OutsourcerContent) => {
  const { calendarId } = content;
  if (calendarId === undefined) return { content };
  const calendar = await calendars.read(calendarId);
  if (!exists(calendar))
    throw refuse('outsourcer-calendar-not-found', `There is no calendar ${calendarId}`);
  return { content, hours: calendar.state.hours };
};

export const engageOutsourcerRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.engageOutsourcer, async ({ body, because }) => {
    const { outsourcers, newId } = dependencies;
    const { outsourcerId = newId(), seniorOwner, ...content } = body;
    const said = await agreed(dependencies, content);
    const command = { outsourcerId, seniorOwner, ...said, at: because.at };
    return outsourcers.create(outsourcerId, (one) => engageOutsourcer(one, command), because);
  });

export const reviseOutsourcerRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.reviseOutsourcer,
    async ({ params: { outsourcerId }, body, because }) => {
      const said = await agreed(dependencies, body);
      const command = { outsourcerId, ...said, at: because.at };
      return dependencies.outsourcers.change(
        outsourcerId,
        (one) => reviseOutsourcer(one, command),
        because,
      );
    },
  );

export const assignOutsourcerOwnerRoute = ({ outsourcers }: Dependencies) =>
  answer(
    tieredSupportRoutes.assignOutsourcerOwner,
    ({ params: { outsourcerId }, body, because }) => {
      const command = { outsourcerId, ...body, at: because.at };
      return outsourcers.change(
        outsourcerId,
        (one) => assignOutsourcerOwner(one, command),
        because,
      );
    },
  );

export const deactivateOutsourcerRoute = ({ outsourcers }: Dependencies) =>
  answer(tieredSupportRoutes.deactivateOutsourcer, ({ params: { outsourcerId }, because }) => {
    const command = { outsourcerId, at: because.at };
    return outsourcers.change(outsourcerId, (one) => deactivateOutsourcer(one, command), because);
  });

export const reactivateOutsourcerRoute = ({ outsourcers }: Dependencies) =>
  answer(tieredSupportRoutes.reactivateOutsourcer, ({ params: { outsourcerId }, because }) => {
    const command = { outsourcerId, at: because.at };
    return outsourcers.change(outsourcerId, (one) => reactivateOutsourcer(one, command), because);
  });
