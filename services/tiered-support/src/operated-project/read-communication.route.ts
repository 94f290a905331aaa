import {
  type HistoryEntry,
  type OperatedProjectEvent,
  tieredSupportRoutes,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { everyItem } from '../every-item.ts';
import { communication, type Plan, type Span, understanding } from './communication.ts';
import type { OpenedProject } from './operated-project.ts';

const planOf = (entry: HistoryEntry): Plan[] => {
  const { type, data } = entry as unknown as OperatedProjectEvent;
  if (type !== 'ProjectMechanismReviewed' || data.content.mechanism !== 'communication') return [];
  return [{ from: data.at, contacts: data.content.contacts }];
};

/** What was planned when: the project knows its latest plan only, its history all of them. */
const plansOf = async ({ projects }: Dependencies, projectId: string): Promise<Plan[]> => {
  const reviews = await everyItem((request) =>
    projects.history(projectId, request, ['ProjectMechanismReviewed']),
  );
  return reviews
    .flatMap(planOf)
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from));
};

/** What of a period a project has been in operation. */
const inOperation = (
  { openedAt }: OpenedProject,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  nowMs: number,
): Span => {
  const liveMs = Date.parse(openedAt);
  const fromMs = from === undefined ? liveMs : Math.max(Date.parse(from), liveMs);
  const toMs = to === undefined ? nowMs : Math.min(Date.parse(to), nowMs);
  return { fromMs: Math.min(fromMs, Math.max(toMs, liveMs)), toMs: Math.max(toMs, liveMs) };
};

export const readProjectCommunicationRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readProjectCommunication, async ({ params: { projectId }, query }) => {
    const { projects, projectContacts, now } = dependencies;
    const read = await projects.read(projectId);
    if (!exists(read)) return undefined;
    const { fromMs, toMs } = inOperation(read.state, query, now().getTime());
    const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
    const [plans, held] = await Promise.all([
      plansOf(dependencies, projectId),
      everyItem((request) =>
        projectContacts.list({ projectId, at: { $gte: from, $lt: to } }, request),
      ),
    ]);
    return {
      projectId,
      from,
      to,
      ...communication(read.state, plans, held, { fromMs, toMs }),
      understanding: understanding(read.state),
    };
  });

export const listProjectContactsRoute = ({ projects, projectContacts }: Dependencies) =>
  answer(tieredSupportRoutes.listProjectContacts, async ({ params: { projectId }, query }) => {
    if (!exists(await projects.read(projectId))) return undefined;
    const order = { by: 'at', direction: 1 } as const;
    const page = await projectContacts.list({ projectId }, query, order);
    return { ...page, items: page.items.map(({ _id, projectId: _, ...held }) => held) };
  });
