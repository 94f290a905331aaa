export {
  type AnyProjection,
  type Consumer,
  type Delivery,
  type Occurrence,
  on,
  type Projection,
} from './declare.ts';
export { connectKafka, type KafkaConnection } from './kafka/connect-kafka.ts';
export type { Log, Span } from './processing.ts';
export { kafkaPublisher, type Publisher } from './publisher.ts';
export {
  type ConsumersOptions,
  type RunningConsumers,
  startConsumers,
} from './start-consumers.ts';
export { ensureTopics, type TopicSettings } from './topics.ts';
