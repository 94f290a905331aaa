import type { ParamsOf, RouteContract } from '@steward/contracts';
import type { Because, Change } from '@steward/persistence';
import type { z } from 'zod';
import { answerCommand } from './answer-command.ts';
import { answerQuery } from './answer-query.ts';
import type { Principal } from './principal.ts';
import type { Route } from './route.ts';

/** What a command says of its own; when and why it happened is in `because`. */
export type CommandBody<Contract extends RouteContract> = Omit<
  z.output<Contract['body']>,
  'occurredAt' | 'reason'
>;

export interface CommandRequest<Contract extends RouteContract> {
  readonly params: ParamsOf<Contract['path']>;
  readonly body: CommandBody<Contract>;
  readonly because: Because;
  readonly principal: Principal;
}

export interface QueryRequest<Contract extends RouteContract> {
  readonly params: ParamsOf<Contract['path']>;
  readonly query: z.output<Contract['query']>;
  readonly principal: Principal;
}

export type CommandHandler<Contract extends RouteContract> = (
  request: CommandRequest<Contract>,
) => Promise<Change>;

/** Nothing found is answered with 404. */
export type QueryHandler<Contract extends RouteContract> = (
  request: QueryRequest<Contract>,
) => Promise<z.output<Contract['answer']> | undefined>;

/** Commands are the POSTs and queries the GETs; so the contract's method settles what a handler gets. */
export type Handler<Contract extends RouteContract> = Contract['method'] extends 'POST'
  ? CommandHandler<Contract>
  : QueryHandler<Contract>;

/** Makes the HTTP door of one contract: its types, statuses, conditions and replays follow from it. */
export const answer = <Contract extends RouteContract>(
  contract: Contract,
  handler: Handler<Contract>,
): Route => ({
  contract,
  answer: contract.isCommand
    ? answerCommand(contract, handler as CommandHandler<RouteContract>)
    : answerQuery(contract, handler as QueryHandler<RouteContract>),
});
