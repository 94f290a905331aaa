import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { lagFigures } from './lag-figures.ts';
import type { KnownOutsourcer } from './outsourcer.ts';

const outsourcerAnswer = ({ version, state }: Read<KnownOutsourcer>) => {
  const { hours: _, silentSince: __, dueAt: ___, ...seen } = state;
  return { ...seen, version };
};

export const readOutsourcerRoute = ({ outsourcers }: Dependencies) =>
  answer(tieredSupportRoutes.readOutsourcer, async ({ params: { outsourcerId } }) => {
    const read = await outsourcers.read(outsourcerId);
    return exists(read) ? outsourcerAnswer(read) : undefined;
  });

export const listOutsourcersRoute = ({ outsourcers }: Dependencies) =>
  answer(tieredSupportRoutes.listOutsourcers, async ({ query }) => {
    const { status, team, ...request } = query;
    const page = await outsourcers.list({ status, teams: team }, request);
    return { ...page, items: page.items.filter(exists).map(outsourcerAnswer) };
  });

export const readOutsourcerHistoryRoute = ({ outsourcers }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readOutsourcerHistory, outsourcers);

export const readOutsourcerLagRoute = ({ outsourcers, outsourcerEntries }: Dependencies) =>
  answer(tieredSupportRoutes.readOutsourcerLag, async ({ params: { outsourcerId }, query }) => {
    const read = await outsourcers.read(outsourcerId);
    if (!exists(read)) return undefined;
    const { lagLimitMinutes, isBehind, openCases, lastHeardAt } = read.state;
    const latestFirst = { by: 'cameAt', direction: -1 } as const;
    const { items } = await outsourcerEntries.list(
      { outsourcerId },
      { limit: query.last },
      latestFirst,
    );
    const now = { lagLimitMinutes, isBehind, openCases, lastHeardAt };
    return { outsourcerId, ...now, ...lagFigures(items) };
  });
