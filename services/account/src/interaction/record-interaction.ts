import type { InteractionEvent } from '@steward/contracts';
import { type Interaction, refuse } from './interaction.ts';

export type RecordInteraction = Omit<InteractionEvent['data'], 'at'> & { readonly at: Date };

export const recordInteraction = (
  interaction: Interaction,
  { at, ...recorded }: RecordInteraction,
): InteractionEvent[] => {
  if (interaction.status !== 'absent')
    throw refuse(
      'interaction-already-recorded',
      `Interaction ${recorded.interactionId} was already recorded`,
    );
  return [{ type: 'InteractionRecorded', data: { ...recorded, at: at.toISOString() } }];
};
