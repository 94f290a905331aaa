import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { type DefinedAgent, loadOf } from './support-agent.ts';

const agentAnswer = ({ version, state }: Read<DefinedAgent>) => {
  const { idleSince: _, ...seen } = state;
  const { leaves, work } = seen;
  return { ...seen, leaves: [...leaves], work: [...work], loadUnits: loadOf(state), version };
};

export const readSupportAgentRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.readSupportAgent, async ({ params: { agentId } }) => {
    const read = await supportAgents.read(agentId);
    return exists(read) ? agentAnswer(read) : undefined;
  });

export const listSupportAgentsRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.listSupportAgents, async ({ query }) => {
    const { team, presence, status, ...request } = query;
    const where = { presence, status, 'desks.team': team };
    const page = await supportAgents.list(where, request);
    return { ...page, items: page.items.filter(exists).map(agentAnswer) };
  });

export const readSupportAgentHistoryRoute = ({ supportAgents }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readSupportAgentHistory, supportAgents);
