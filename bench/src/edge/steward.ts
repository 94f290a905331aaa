import { httpDoor, jsonReply } from '@steward/http';
import { serve } from '../harness/contender.ts';
import { isAsked, noticeOf, routes } from './subject.ts';

/** The door as a service opens it, but for the token, the log line and the span: they have rows of their own. */
const principal = { subject: 'ada', roles: [], scopes: new Set(routes.map(({ scope }) => scope)) };

serve(
  httpDoor({
    routes: routes.map((contract) => ({
      contract,
      answer: async ({ params }) =>
        isAsked(contract) ? jsonReply(200, noticeOf(params.accountId ?? '')) : jsonReply(200, {}),
    })),
    verifyToken: () => principal,
    now: () => new Date(),
    log: () => undefined,
  }),
);
