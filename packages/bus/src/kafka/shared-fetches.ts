/** What kafkajs asks a broker for. */
export interface FetchRequest {
  readonly maxWaitTime: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolationLevel: number;
  readonly rackId?: string;
  readonly topics: readonly {
    readonly topic: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly fetchOffset: string;
      readonly maxBytes: number;
    }[];
  }[];
}

/** The part of its answer that says whether there was anything. */
export interface FetchAnswer {
  readonly responses: readonly {
    readonly partitions: readonly { readonly messages: readonly unknown[] }[];
  }[];
}

/** A member's own connections to a broker. */
export interface FetchingBroker {
  readonly brokerAddress: string;
}

/** Those who read the same partitions, and what they have been answered last, by where they asked from. */
interface Trail {
  readonly answers: Map<string, Promise<FetchAnswer>>;
  lastAsker: FetchingBroker;
  /** Whether more than one has asked. */
  isShared: boolean;
}

/** How far one may be behind the others and still be answered as they were. */
const answersMax = 8;
/** How long an answer is kept for those who come later. */
const keepMs = 1_000;

const partitionsOf = ({ topics }: FetchRequest) =>
  topics
    .flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, fetchOffset, maxBytes }) => ({
        place: `${topic}/${partition}/${maxBytes}`,
        fetchOffset,
      })),
    )
    .sort((one, other) => (one.place < other.place ? -1 : 1));

const isEmpty = ({ responses }: FetchAnswer): boolean =>
  responses.every(({ partitions }) => partitions.every(({ messages }) => messages.length === 0));

/**
 * Asks a broker once for what several consumer groups of a process read at the same time.
 *
 * A service hears one topic with many groups, each of which would fetch and decode every message for itself.
 * They read the same from the same place on, so whoever asks while another's request is under way waits for its
 * answer, and whoever comes a little later is given the last answers as the others were, until it has caught
 * up. Offsets, assignments and the groups themselves stay each group's own.
 */
export const sharedFetches = <Broker extends FetchingBroker, Answer extends FetchAnswer>(
  fetch: (broker: Broker, request: FetchRequest) => Promise<Answer>,
) => {
  const trails = new Map<string, Trail>();

  const trailOf = (id: string, asker: Broker): Trail => {
    const known = trails.get(id);
    if (known) {
      known.isShared ||= known.lastAsker !== asker;
      known.lastAsker = asker;
      return known;
    }
    const trail = { answers: new Map(), lastAsker: asker, isShared: false };
    trails.set(id, trail);
    return trail;
  };

  return async (broker: Broker, request: FetchRequest): Promise<Answer> => {
    const { maxWaitTime, minBytes, maxBytes, isolationLevel, rackId = '' } = request;
    const partitions = partitionsOf(request);
    const terms = [broker.brokerAddress, maxWaitTime, minBytes, maxBytes, isolationLevel, rackId];
    const trailId = [...terms, ...partitions.map(({ place }) => place)].join();
    const trail = trailOf(trailId, broker);
    const from = partitions.map(({ fetchOffset }) => fetchOffset).join();

    const theirs = trail.answers.get(from) as Promise<Answer> | undefined;
    // What went wrong for another went wrong on its connection: ours may be well.
    if (theirs) return theirs.catch(() => fetch(broker, request));

    const drop = () => {
      if (trail.answers.get(from) === answer) trail.answers.delete(from);
      if (trail.answers.size === 0) trails.delete(trailId);
    };
    const answer = fetch(broker, request);
    trail.answers.set(from, answer);
    answer.then((found) => {
      // Nobody would ever wait again if nothing were kept as an answer.
      if (isEmpty(found) || !trail.isShared) return drop();
      setTimeout(drop, keepMs).unref();
      const [oldest] = trail.answers.keys();
      if (trail.answers.size > answersMax && oldest !== undefined) trail.answers.delete(oldest);
    }, drop);
    return answer;
  };
};
