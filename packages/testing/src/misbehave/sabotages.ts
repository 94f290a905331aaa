import type { SourceEdit } from './misbehaviour.ts';

/** The guarantees of the platform, each taken away at the place that gives it. */
export const sabotages = {
  /** A message that has had its effect has it again. */
  'no-guard': {
    file: 'bus/src/stream-step.ts',
    find: "return 'duplicate'",
    replace: "return 'apply'",
  },
  /** Kafka is told that a message is done when it has only been fetched. */
  'offset-before-effect': {
    file: 'bus/src/run-consumer.ts',
    find: 'worker.add(messages.map(queuedOf(options, topic, partition)));',
    replace: `worker.add(messages.map(queuedOf(options, topic, partition)));
      for (const { offset } of messages) offsets.done(topic, partition, offset);`,
  },
  /** Events can be seen, and leave, before the decision that they tell of is committed. */
  'publish-before-commit': {
    file: 'persistence/src/write-units.ts',
    find: 'events.insertMany(eventRows, { session })',
    replace: "events.insertMany(eventRows, { writeConcern: { w: 'majority' } })",
  },
  /** A row counts as published before the broker has it. */
  'mark-before-publish': {
    file: 'persistence/src/publish-rows.ts',
    find: "reach('before-publish');",
    replace: "marks.add(rows); await marks.settled(); reach('before-publish');",
  },
  /** A change is answered while its transaction may still come to nothing. */
  'answer-before-commit': {
    file: 'persistence/src/committer.ts',
    find: 'await transact(units, attempts);',
    replace: 'void transact(units, attempts).catch(() => undefined);',
  },
  /** What a request came to is not remembered, so its repetition comes to it again. */
  'no-receipt': {
    file: 'persistence/src/write-units.ts',
    find: 'if (receiptRows.length > 0)',
    replace: 'if (receiptRows.length > 1e9)',
  },
} as const satisfies Record<string, SourceEdit>;

export type SabotageName = keyof typeof sabotages;
