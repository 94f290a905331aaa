import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { brokers } from '../world/world.ts';

/** kafkajs as it comes, with the guarantees that ours has. */
export const stockProducer = async () => {
  const producer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer({
    idempotent: true,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return producer;
};
