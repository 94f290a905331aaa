import { allRoutes } from '@steward/contracts';

/** The commands that the load gives, by the operationId of their route, and the topic of what each changes. */
const topics = {
  registerAccount: 'account.account',
  assignAccountOwner: 'account.account',
  addContact: 'account.contact',
  recordInteraction: 'account.interaction',
  publishOffering: 'service-productization.offering',
  discoverOpportunity: 'opportunity.opportunity',
  introduceOpportunity: 'opportunity.opportunity',
  acceptOpportunity: 'opportunity.opportunity',
  advanceOpportunity: 'opportunity.opportunity',
  winOpportunity: 'opportunity.opportunity',
  loseOpportunity: 'opportunity.opportunity',
  goLive: 'opportunity.solution',
  raiseTicket: 'tiered-support.ticket',
  startWork: 'tiered-support.ticket',
  handOverTicket: 'tiered-support.ticket',
  awaitTicket: 'tiered-support.ticket',
  resolveTicket: 'tiered-support.ticket',
  closeTicket: 'tiered-support.ticket',
  cancelTicket: 'tiered-support.ticket',
  reopenTicket: 'tiered-support.ticket',
  rateTicket: 'tiered-support.ticket',
} as const;
export type CommandName = keyof typeof topics;

/** Where a command is sent, and what it changes. */
export const commandTo = (name: CommandName, params: readonly string[]) => {
  const contract = allRoutes.find((route) => route.name === name);
  if (!contract) throw new Error(`There is no route ${name}`);
  const left = [...params];
  const path = contract.path.replaceAll(/:\w+/g, () => encodeURIComponent(left.shift() ?? ''));
  return { path, topic: topics[name] };
};
