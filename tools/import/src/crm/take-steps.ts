import { setTimeout as delay } from 'node:timers/promises';
import { opportunityRoutes } from '@steward/contracts';
import type { Client } from '../api/client.ts';
import type { Answer } from '../api/exchange.ts';
import { pathTo } from '../api/path-to.ts';
import { reasonIn, saidIn } from '../api/problem.ts';
import { CannotGoOn } from '../cannot-go-on.ts';
import type { PlannedOpportunity } from './plan-opportunity.ts';
import { doorOf, isStepDone, OpportunitySeen, type Step } from './step.ts';

/** A service hears of an account from another one, a moment after it was registered. */
const notYet = 'account-not-known-yet';
const notYetMsMax = 60_000;
const retryMs = 200;

const take = async (client: Client, opportunityId: string, step: Step): Promise<Answer> => {
  const key = `import-${opportunityId}-${step.name}`;
  const deadline = Date.now() + notYetMsMax;
  for (;;) {
    const answer = await client.post(doorOf(step, opportunityId), step.body, key);
    if (answer.status < 300 || saidIn(answer)?.code !== notYet) return answer;
    if (Date.now() > deadline)
      throw new CannotGoOn(`The accounts do not arrive where they are needed: ${reasonIn(answer)}`);
    await delay(retryMs);
  }
};

const opportunityPath = pathTo(opportunityRoutes.readOpportunity);

const seenOf = async (client: Client, opportunityId: string) => {
  const { status, body } = await client.get(opportunityPath(opportunityId));
  return status === 200 ? OpportunitySeen.parse(JSON.parse(body)) : undefined;
};

/**
 * Takes the steps of one opportunity in order. Where the platform refuses one, it is asked how the
 * opportunity stands: what was done before, by an earlier run or by people, is not done again.
 * Answers why a step is refused for good.
 */
export const takeSteps = async (
  client: Client,
  { opportunityId, steps }: PlannedOpportunity,
): Promise<string | undefined> => {
  let seen: OpportunitySeen | undefined;
  for (const step of steps) {
    if (seen !== undefined && isStepDone(step, seen)) continue;
    const answer = await take(client, opportunityId, step);
    if (answer.status < 300) continue;
    seen = await seenOf(client, opportunityId);
    if (seen === undefined || !isStepDone(step, seen)) return `${step.name}: ${reasonIn(answer)}`;
  }
  return undefined;
};
