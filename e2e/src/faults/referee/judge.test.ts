import type { EventRow } from '@steward/persistence';
import type { Attempt, Intention } from '../load/journal.ts';
import type { Facts, LogEntry, OffsetSample, ServiceFacts } from './facts.ts';
import { smallFacts } from './fixtures/small-facts.ts';
import { type InvariantName, judge } from './judge.ts';

type Damage = (facts: Facts) => Facts;

const inService =
  (name: string, change: (service: ServiceFacts) => Partial<ServiceFacts>): Damage =>
  (facts) => ({
    ...facts,
    services: facts.services.map((service) =>
      service.model.name === name ? { ...service, ...change(service) } : service,
    ),
  });

const inEvents = (name: string, change: (events: readonly EventRow[]) => EventRow[]): Damage =>
  inService(name, ({ events }) => ({ events: change(events) }));

const inLog =
  (change: (log: readonly LogEntry[]) => readonly LogEntry[]): Damage =>
  (facts) => ({ ...facts, log: change(facts.log) });

const inRequest =
  (key: string, change: (intention: Intention) => Partial<Intention>): Damage =>
  (facts) => ({
    ...facts,
    intentions: facts.intentions.map((intention) =>
      intention.key === key ? { ...intention, ...change(intention) } : intention,
    ),
  });

const later = '2026-03-02T12:00:01.000Z';
const answered = (attempt: Partial<Attempt>): Attempt => ({
  at: '2026-03-02T12:00:00.000Z',
  ms: 1,
  ...attempt,
});

const isOrder = ({ topic }: { readonly topic: string }) => topic === 'opportunity.order';

const sampled = (guards: OffsetSample['guards'], offset = 4): Damage => {
  const entry = 'data-service.pipeline-opportunities';
  const committed = [{ topic: 'opportunity.opportunity', partition: 0, offset }];
  return (facts) => ({
    ...facts,
    samples: [{ at: '', entry, committed, guards, parked: new Set<string>() }],
  });
};
const guardId = 'data-service.pipeline-opportunities|opportunity.opportunity|o-1';

const damages: readonly {
  readonly damage: string;
  readonly done: Damage;
  readonly noticedBy: InvariantName;
}[] = [
  {
    damage: 'a success of which there is no event',
    done: inEvents('account', () => []),
    noticedBy: 'answersAreInHistory',
  },
  {
    damage: 'a request that was decided twice',
    done: inEvents('opportunity', (events) => [
      ...events,
      ...events
        .filter(({ correlationId }) => correlationId === 'ada-3')
        .map((event) => ({ ...event, _id: 'again', version: 5 })),
    ]),
    noticedBy: 'answersAreInHistory',
  },
  {
    damage: 'a refusal that took effect',
    done: inRequest('ada-3', () => ({ attempts: [answered({ status: 409, code: 'no' })] })),
    noticedBy: 'answersAreInHistory',
  },
  {
    damage: 'an answer with another version',
    done: inRequest('ada-3', () => ({
      attempts: [answered({ status: 200, changed: { id: 'o-1', version: 3 } })],
    })),
    noticedBy: 'answersAreInHistory',
  },
  {
    damage: 'a state that lags behind an answer',
    done: inService('account', ({ states }) => ({
      states: new Map([...states].map(([topic]) => [topic, []])),
    })),
    noticedBy: 'answersAreInState',
  },
  {
    damage: 'two results of one request',
    done: inRequest('ada-3', ({ attempts }) => ({
      attempts: [...attempts, answered({ status: 200, changed: { id: 'o-1', version: 9 } })],
    })),
    noticedBy: 'requestsHaveOneResult',
  },
  {
    damage: 'a success that is refused when it is asked for again',
    done: inRequest('ada-3', ({ attempts }) => ({
      attempts: [...attempts, answered({ at: later, status: 409, code: 'no' })],
    })),
    noticedBy: 'requestsHaveOneResult',
  },
  {
    damage: 'a success that is in its own way',
    done: inRequest('ada-3', ({ attempts }) => ({
      attempts: [...attempts, answered({ status: 409, code: 'already-done' })],
    })),
    noticedBy: 'requestsHaveOneResult',
  },
  {
    damage: 'a receipt that was not written',
    done: inService('account', () => ({ receipts: [] })),
    noticedBy: 'receiptsAreThoseOfSuccesses',
  },
  {
    damage: 'a request without an answer',
    done: inRequest('ada-3', () => ({ attempts: [answered({ status: 503 })] })),
    noticedBy: 'nothingIsUnknown',
  },
  {
    damage: 'a version that is missing',
    done: inEvents('opportunity', (events) => events.filter(({ version }) => version !== 2)),
    noticedBy: 'historiesHaveNoGap',
  },
  {
    damage: 'a state that its history does not lead to',
    done: inService('opportunity', ({ states }) => ({
      states: new Map(
        [...states].map(([topic, rows]) => [
          topic,
          rows.map((row) => ({ ...row, state: { status: 'lost' } })),
        ]),
      ),
    })),
    noticedBy: 'statesAreFolds',
  },
  {
    damage: 'an event that still waits for Kafka',
    done: inEvents('account', (events) => events.map((event) => ({ ...event, pending: true }))),
    noticedBy: 'nothingIsPending',
  },
  {
    damage: 'an event that is not in Kafka',
    done: inLog((log) => log.filter((entry) => !isOrder(entry))),
    noticedBy: 'logHoldsWhatWasCommitted',
  },
  {
    damage: 'an event in Kafka that nobody committed',
    done: inEvents('opportunity', (events) => events.filter((event) => !isOrder(event))),
    noticedBy: 'logHoldsWhatWasCommitted',
  },
  {
    damage: 'other bytes in Kafka than in the row',
    done: inLog((log) => log.map((entry) => ({ ...entry, body: entry.body.replace(':', ': ') }))),
    noticedBy: 'logSaysWhatRowsSay',
  },
  {
    damage: 'versions that arrive in another order',
    done: inLog((log) => log.toReversed()),
    noticedBy: 'firstArrivalsAreInOrder',
  },
  {
    damage: 'a stream on two partitions',
    done: inLog((log) => log.map((entry) => ({ ...entry, partition: entry.version % 2 }))),
    noticedBy: 'streamsStayOnOnePartition',
  },
  {
    damage: 'a guard that stands too early',
    done: inService('account', ({ guards }) => ({
      guards: guards.map((guard) => ({ ...guard, version: guard.version - 1 })),
    })),
    noticedBy: 'guardsStandAtTheEnd',
  },
  {
    damage: 'a guard that moved for a fact of its own service that it did not ask for',
    done: inService('opportunity', ({ guards }) => ({
      guards: guards.map((guard) =>
        guard._id.startsWith('opportunity.placeOrder') ? { ...guard, version: 5 } : guard,
      ),
    })),
    noticedBy: 'guardsStandAtTheEnd',
  },
  {
    damage: 'a guard of a stream that does not exist',
    done: inService('account', ({ guards }) => ({
      guards: [...guards, { _id: 'account.customer-timeline|account.account|nobody', version: 1 }],
    })),
    noticedBy: 'guardsStandAtTheEnd',
  },
  {
    damage: 'something set aside for nothing',
    done: inService('account', () => ({
      parked: [{ _id: `${guardId}#4`, guardId, reason: 'attempts-exhausted', version: 4 }],
    })),
    noticedBy: 'setAsideIsWhatMustBe',
  },
  {
    damage: 'a read model without a row',
    done: inService('data-service', ({ views }) => ({
      views: new Map([...views].map(([name]) => [name, new Map()])),
    })),
    noticedBy: 'viewsAreFolds',
  },
  {
    damage: 'an effect that did not happen',
    done: inEvents('opportunity', (events) => events.filter((event) => !isOrder(event))),
    noticedBy: 'effectsHappenOnce',
  },
  {
    damage: 'an effect that happened twice',
    done: inEvents('opportunity', (events) => [...events, ...events.filter(isOrder)]),
    noticedBy: 'effectsHappenOnce',
  },
  {
    damage: 'an offset ahead of its effect',
    done: sampled(new Map([[guardId, 3]])),
    noticedBy: 'offsetsAreBehindEffects',
  },
  {
    damage: 'something that grew',
    done: (facts) => ({
      ...facts,
      measured: [{ what: 'memory of account-1', before: 100, after: 900, most: 350 }],
    }),
    noticedBy: 'nothingGrows',
  },
];

describe('the referee', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(judge(smallFacts())).toEqual([]);
  });

  it.each(damages)('notices $damage', ({ done, noticedBy }) => {
    const noticed = judge(done(smallFacts())).map(({ invariant }) => invariant);
    expect(noticed).toContain(noticedBy);
  });

  it.each([
    { harmless: 'an event that is in Kafka twice', done: inLog((log) => [...log, ...log]) },
    { harmless: 'an offset that is behind its effects', done: sampled(new Map([[guardId, 3]]), 3) },
    {
      harmless: 'an attempt that nobody answered before a success',
      done: inRequest('ada-3', ({ attempts }) => ({
        attempts: [answered({ error: 'cut' }), ...attempts],
      })),
    },
    {
      harmless: 'a refusal before what it lacked has arrived',
      done: inRequest('ada-3', ({ attempts }) => ({
        attempts: [answered({ status: 409, code: 'not-known-yet' }), ...attempts],
      })),
    },
  ])('has nothing against $harmless', ({ done }) => {
    expect(judge(done(smallFacts()))).toEqual([]);
  });
});
