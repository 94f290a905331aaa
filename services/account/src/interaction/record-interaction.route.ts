import { accountRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { requireAccount } from '../account/require-account.ts';
import type { Dependencies } from '../dependencies.ts';
import { recordInteraction } from './record-interaction.ts';

export const recordInteractionRoute = ({ accounts, interactions, newId }: Dependencies) =>
  answer(accountRoutes.recordInteraction, async ({ params: { accountId }, body, because }) => {
    requireAccount(accountId, await accounts.read(accountId));
    const interactionId = newId();
    const { at, actor: recordedBy } = because;
    return interactions.create(
      interactionId,
      (interaction) =>
        recordInteraction(interaction, { ...body, interactionId, accountId, recordedBy, at }),
      because,
    );
  });
