import type { SilenceEvent } from '@steward/contracts';
import type { Aggregate } from '@steward/domain';

interface Known {
  readonly silenceId: string;
  readonly ticketId: string;
  readonly policyId: string;
}

/** Whether one customer, in one ticket, goes without a word of staff for as long as one policy bears. */
export type Silence =
  | { readonly status: 'absent' }
  | (Known & { readonly status: 'watched'; readonly nextLookAt: string })
  | (Known & { readonly status: 'noticed'; readonly since: string })
  | (Known & { readonly status: 'unwatched' });

const evolve = (_: Silence, { type, data }: SilenceEvent): Silence => {
  const { silenceId, ticketId, policyId } = data;
  const known = { silenceId, ticketId, policyId };
  switch (type) {
    case 'SilenceWatched':
      return { ...known, status: 'watched', nextLookAt: data.until };
    case 'SilenceNoticed':
      return { ...known, status: 'noticed', since: data.since };
    case 'SilenceUnwatched':
      return { ...known, status: 'unwatched' };
  }
};

export const silence: Aggregate<Silence, SilenceEvent> = {
  name: 'silence',
  initial: { status: 'absent' },
  evolve,
};
