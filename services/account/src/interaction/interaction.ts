import type { InteractionEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

/** What passed between a customer and one of us. It happened: nothing changes it afterwards. */
export type Interaction =
  | { readonly status: 'absent' }
  | { readonly status: 'recorded'; readonly accountId: string };

export const refuse = refusals({ 'interaction-already-recorded': 'conflict' });

const evolve = (_: Interaction, { data: { accountId } }: InteractionEvent): Interaction => ({
  status: 'recorded',
  accountId,
});

export const interaction: Aggregate<Interaction, InteractionEvent> = {
  name: 'interaction',
  initial: { status: 'absent' },
  evolve,
};
