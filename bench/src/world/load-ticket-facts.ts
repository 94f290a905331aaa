import { connectKafka, ensureTopics, kafkaPublisher } from '@steward/bus';
import { nouns, ticketNoun } from '@steward/contracts';
import type { EventRow } from '@steward/persistence';
import { ticketFacts } from './ticket-facts.ts';

export const partitions = 8;
const rowsAtOnce = 1_000;

/** The prefix of topics that hold facts for a whole run. */
export const factsUnder = (worlds: string, name: string): string => `${worlds}-${name}.`;

interface Topics {
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
}

interface Facts {
  readonly tickets: number;
  readonly traceparentOf?: (position: number) => string | undefined;
}

/** Makes the topics of a platform, and publishes the histories of tickets as their service would have. */
export const loadTicketFacts = async (
  { brokers, topicPrefix }: Topics,
  { tickets, traceparentOf }: Facts,
): Promise<void> => {
  const kafka = connectKafka({ brokers, clientId: 'bench' });
  await ensureTopics(kafka, nouns, { partitions, replicationFactor: 1, topicPrefix });
  const publisher = kafkaPublisher(kafka, { topicPrefix });
  let rows: EventRow[] = [];
  for (const { row } of ticketFacts(tickets, traceparentOf)) {
    rows.push(row);
    if (rows.length < rowsAtOnce) continue;
    await publisher.publish(rows);
    rows = [];
  }
  await publisher.publish(rows);
  await publisher.disconnect();
};

/** Where the facts of tickets lie under a prefix. */
export const ticketTopic = (topicPrefix: string): string => `${topicPrefix}${ticketNoun.topic}`;
