import { clusterSeen, type TopicSeen, topicsSeen } from '@steward/bus';
import type { Deployment } from '../deployment.ts';
import { advice, type Finding, fine, wrong } from '../finding.ts';

const forGood = -1;

/** What is wrong with one topic; nothing where it is right. */
const topicFindings = (seen: TopicSeen, expected: number): Finding[] => {
  const { topic, exists, retentionMs, partitions } = seen;
  if (!exists)
    return [advice(topic, 'is missing', 'start the service that owns it, which makes it')];
  const leaderless = partitions.filter(({ hasLeader }) => !hasLeader);
  const lost = partitions.filter(({ first }) => first > 0);
  return [
    ...(leaderless.length > 0
      ? [
          wrong(
            topic,
            `partition ${leaderless.map(({ partition }) => partition).join(', ')} has no leader`,
            'start the brokers that hold it',
          ),
        ]
      : []),
    ...(retentionMs === forGood
      ? []
      : [
          wrong(
            topic,
            `keeps messages for ${retentionMs} ms, and read models are rebuilt from it`,
            `kafka-configs --alter --entity-type topics --entity-name ${topic} --add-config retention.ms=-1`,
          ),
        ]),
    ...(lost.length > 0
      ? [
          wrong(
            topic,
            `has lost what was before offset ${lost.map(({ first }) => first).join(', ')}`,
            'a rebuilt read model would lack it: publish the history anew from the collections events',
          ),
        ]
      : []),
    ...(partitions.length === expected
      ? []
      : [
          advice(
            topic,
            `has ${partitions.length} partitions, and KAFKA_PARTITIONS is ${expected}`,
            'set KAFKA_PARTITIONS to what there is; never add partitions, for keys would change theirs',
          ),
        ]),
  ];
};

export const kafkaFindings = async (at: Deployment): Promise<readonly Finding[]> => {
  const { brokers } = await clusterSeen(at.kafka);
  const topics = await topicsSeen(at.kafka, at.topics);
  const found = topics.flatMap((topic) => topicFindings(topic, at.partitions));
  return [
    fine('Kafka', `${brokers.length} broker(s): ${brokers.join(', ')}`),
    ...(found.length > 0 ? found : [fine('topics', `all ${topics.length} are there and kept`)]),
  ];
};
