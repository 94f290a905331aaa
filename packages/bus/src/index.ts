export type { BuildOptions, BuildOutcome, BuildProgress } from './build-generation.ts';
export {
  type AnyProjection,
  type Consumer,
  type Delivery,
  type DeliveryOf,
  type Occurrence,
  on,
  type Projection,
} from './declare.ts';
export type { Discarded, DiscardedBy, DiscardedRow } from './discard.ts';
export { consumerNameOf, type Entries } from './entries.ts';
export type { GroupPlace } from './group-places.ts';
export { type GroupSeen, groupsSeen } from './groups-seen.ts';
export { connectKafka, type KafkaConnection } from './kafka/connect-kafka.ts';
export { isKafkaOutage } from './kafka/kafka-outage.ts';
export type { Received, Unreadable } from './message.ts';
export { countParked, type ParkedCount, type ParkedRow, parkedRows } from './parked.ts';
export type { Log, Span } from './processing.ts';
export { kafkaPublisher, type Publisher } from './publisher.ts';
export {
  type DropOptions,
  dropPreviousGeneration,
  GenerationInUse,
  rebuildReadModel,
  serveGeneration,
} from './read-models.ts';
export { isWaiting } from './replay.ts';
export {
  type ConsumersOptions,
  type RunningConsumers,
  startConsumers,
} from './start-consumers.ts';
export {
  type StreamOperations,
  type StreamOptions,
  streamOperations,
} from './stream-operations.ts';
export { type Passing, type TailOptions, tailTopics } from './tail-topics.ts';
export { ensureTopics, type TopicSettings } from './topics.ts';
export {
  type ClusterSeen,
  clusterSeen,
  type PartitionSeen,
  type TopicSeen,
  topicsSeen,
} from './topics-seen.ts';
