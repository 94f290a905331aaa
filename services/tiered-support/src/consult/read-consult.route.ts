import { tieredSupportRoutes } from '@steward/contracts';
import { type Existing, exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { Consult } from './consult.ts';

const consultAnswer = ({ version, state }: Read<Existing<Consult>>) => ({ ...state, version });

export const readConsultRoute = ({ consults }: Dependencies) =>
  answer(tieredSupportRoutes.readConsult, async ({ params: { consultId } }) => {
    const read = await consults.read(consultId);
    return exists(read) ? consultAnswer(read) : undefined;
  });

export const listConsultsRoute = ({ consults }: Dependencies) =>
  answer(tieredSupportRoutes.listConsults, async ({ query }) => {
    const { ticketId, status, team, expert, ...request } = query;
    const page = await consults.list({ ticketId, status, team, expert }, request);
    return { ...page, items: page.items.filter(exists).map(consultAnswer) };
  });

export const readConsultHistoryRoute = ({ consults }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readConsultHistory, consults);
