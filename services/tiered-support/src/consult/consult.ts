import type { ConsultEvent, ConsultQuestion } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Asked = ConsultQuestion & {
  readonly consultId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly askedBy: string;
  readonly askedAt: string;
};

/** A question of the call centre to a technical expert, about one ticket. */
export type Consult =
  | { readonly status: 'absent' }
  | (Asked & { readonly status: 'asked' })
  | (Asked & {
      readonly status: 'answered';
      readonly answer: string;
      readonly answeredBy: string;
      readonly answeredAt: string;
    });

export const refuse = refusals({
  'consult-already-asked': 'conflict',
  'consult-not-found': 'notFound',
  'consult-not-in-tier-3': 'conflict',
  'consult-already-answered': 'conflict',
  'consult-answered-before-asked': 'conflict',
});

const evolve = (consult: Consult, { type, data }: ConsultEvent): Consult => {
  if (type === 'ConsultAsked') {
    const { at: askedAt, ...asked } = data;
    return { status: 'asked', ...asked, askedAt };
  }
  if (consult.status === 'absent') return consult;
  const { answer, answeredBy, at: answeredAt } = data;
  return { ...consult, status: 'answered', answer, answeredBy, answeredAt };
};

export const consult: Aggregate<Consult, ConsultEvent> = {
  name: 'consult',
  initial: { status: 'absent' },
  evolve,
};
