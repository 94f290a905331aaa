import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant } from '../primitives.ts';

const fact = { silenceId: Id, ticketId: Id, policyId: Id, at: Instant };

/** Whether a customer goes without a word of staff is looked after; next at `until`. */
export const SilenceWatched = event(
  'SilenceWatched',
  'tiered-support.silence.watched.v1',
  z.object({ ...fact, until: Instant }),
);

/** A customer has gone without a word of staff for too long. */
export const SilenceNoticed = event(
  'SilenceNoticed',
  'tiered-support.silence.noticed.v1',
  z.object({ ...fact, since: Instant }),
);

/** Nobody has to look any more: the ticket is settled, or the policy is not for it now. */
export const SilenceUnwatched = event(
  'SilenceUnwatched',
  'tiered-support.silence.unwatched.v1',
  z.object(fact),
);

export const silenceNoun = noun('tiered-support.silence', [
  SilenceWatched,
  SilenceNoticed,
  SilenceUnwatched,
]);
export type SilenceEvent = EventOf<(typeof silenceNoun.events)[number]>;
