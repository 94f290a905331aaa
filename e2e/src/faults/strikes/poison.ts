import type { EventRow } from '@steward/persistence';
import type { Chance } from '../chance.ts';
import { poisonHeader } from '../referee/read-log.ts';
import { type Fault, type Ground, nothingToHeal } from './fault.ts';
import { type Message, poisons, sounds } from './poison-messages.ts';

const sendTo = async (
  { kafka, town }: Ground,
  topic: string,
  messages: readonly Message[],
): Promise<void> => {
  const producer = kafka.producer();
  await producer.connect();
  try {
    await producer.send({
      topic: `${town.topicPrefix}${topic}`,
      messages: [...messages],
      acks: -1,
    });
  } finally {
    await producer.disconnect();
  }
};

const keysMax = 1_000_000_000;

/** Puts one kind of poison on a stream made for it. */
export const poisonWith = async (ground: Ground, chance: Chance, kind: string): Promise<string> => {
  const { topic, ...sound } = chance.pick(sounds.filter((each) => isHarmless(kind, each.topic)));
  const key = `poison-${kind}-${chance.whole(1, keysMax)}`;
  const messages = poisons[kind]?.({ topic, ...sound }, key) ?? [];
  await sendTo(ground, topic, messages);
  return `${kind} on ${topic}`;
};

/** A win that can be read has effects: those that follow from it would be real. */
const isHarmless = (kind: string, topic: string): boolean =>
  topic !== 'opportunity.opportunity' || /malformed|violation|unknown|megabyte|no-/.test(kind);

const copyOf = (row: EventRow): Message => ({
  key: row.key,
  value: row.body,
  headers: {
    ce_specversion: '1.0',
    ce_id: row._id,
    ce_type: row.wire,
    ce_time: row.at.toISOString(),
    ce_sequence: String(row.version).padStart(12, '0'),
    ce_correlationid: row.correlationId,
    ...(row.causationId !== undefined && { ce_causationid: row.causationId }),
    [poisonHeader]: 'copy',
  },
});

const copiesMax = 50;
/** So many of a hundred: a stream that came again from its beginning would hide most of what is done twice. */
const copied = 40;

/** Sends some real events a second time, long after the first. */
const repeatEvents = async (ground: Ground, chance: Chance): Promise<string> => {
  const { name } = chance.pick(ground.models.filter(({ nouns }) => nouns.length > 0));
  const all = await ground.client
    .db(`${ground.town.namespace}-${name}`)
    .collection<EventRow>('events')
    .find({ pending: { $exists: false } })
    .skip(chance.whole(0, copiesMax))
    .limit(copiesMax)
    .toArray();
  const rows = all.filter(() => chance.percent(copied));
  for (const [topic, ofTopic] of Map.groupBy(rows, (row) => row.topic))
    await sendTo(ground, topic, ofTopic.map(copyOf));
  return `${rows.length} events of ${name} for a second time`;
};

/** Messages that ought not to be on the topics. */
export const poisonFaults: readonly Fault[] = [
  ...Object.keys(poisons).map(
    (kind): Fault => ({
      name: `poison-${kind}`,
      kind: 'poison',
      strike: async (ground, chance) => ({
        what: await poisonWith(ground, chance, kind),
        lastsMs: 0,
        heal: nothingToHeal,
      }),
    }),
  ),
  {
    name: 'poison-repeated',
    kind: 'poison',
    strike: async (ground, chance) => ({
      what: await repeatEvents(ground, chance),
      lastsMs: 0,
      heal: nothingToHeal,
    }),
  },
];
