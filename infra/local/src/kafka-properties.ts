interface KafkaSettings {
  readonly host: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly data: string;
}

/** The settings of a broker that is alone, and whose topics are the truth that read models are rebuilt from. */
export const kafkaProperties = ({ host, port, controllerPort, data }: KafkaSettings): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${controllerPort}`,
    listeners: `CLIENTS://${host}:${port},CONTROLLER://${host}:${controllerPort}`,
    'advertised.listeners': `CLIENTS://${host}:${port}`,
    'listener.security.protocol.map': 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'CLIENTS',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': data,

    ...forever,
    ...alone,
    ...small,
    'auto.create.topics.enable': false,
    // After a crash the broker is let in again once the session of the one that crashed has run out.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    // A group of a developer has its members at once; waiting for more only delays the start.
    'group.initial.rebalance.delay.ms': 0,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

// Facts are kept without end, and so is how far each group has read them, over any holiday.
const forever = {
  'log.retention.ms': -1,
  'log.retention.bytes': -1,
  'offsets.retention.minutes': 10 * 365 * 24 * 60,
};

const alone = {
  'default.replication.factor': 1,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
};

const small = {
  'offsets.topic.num.partitions': 8,
  'transaction.state.log.num.partitions': 8,
  'log.segment.bytes': 128 * 1024 * 1024,
  'log.index.size.max.bytes': 1024 * 1024,
  'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
};
