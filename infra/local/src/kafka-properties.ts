interface KafkaSettings {
  readonly host: string;
  readonly port: number;
  /** Of the first broker, which is the controller of all. */
  readonly controllerPort: number;
  readonly data: string;
  readonly broker: number;
}

/** The settings of a broker whose topics are the truth that read models are rebuilt from. */
export const kafkaProperties = (settings: KafkaSettings): string =>
  Object.entries({
    ...roleOf(settings),
    'node.id': settings.broker,
    'controller.quorum.voters': `1@${settings.host}:${settings.controllerPort}`,
    'advertised.listeners': `CLIENTS://${settings.host}:${settings.port}`,
    'listener.security.protocol.map': 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'CLIENTS',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': settings.data,

    ...forever,
    ...unreplicated,
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

/** The port of the controller that a broker was last started with. */
export const controllerPortIn = (properties: string): number =>
  Number(/^controller\.quorum\.voters=.*:(\d+)$/m.exec(properties)?.[1]);

const roleOf = ({ broker, host, port, controllerPort }: KafkaSettings) => {
  const clients = `CLIENTS://${host}:${port}`;
  return broker === 1
    ? {
        'process.roles': 'broker,controller',
        listeners: `${clients},CONTROLLER://${host}:${controllerPort}`,
      }
    : { 'process.roles': 'broker', listeners: clients };
};

// Facts are kept without end, and so is how far each group has read them, over any holiday.
const forever = {
  'log.retention.ms': -1,
  'log.retention.bytes': -1,
  'offsets.retention.minutes': 10 * 365 * 24 * 60,
};

const unreplicated = {
  'default.replication.factor': 1,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
};

/** How many partitions the topic has in which groups keep how far they have read. */
export const offsetsPartitions = 8;

const small = {
  'offsets.topic.num.partitions': offsetsPartitions,
  'transaction.state.log.num.partitions': 8,
  'log.segment.bytes': 128 * 1024 * 1024,
  'log.index.size.max.bytes': 1024 * 1024,
  'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
};
