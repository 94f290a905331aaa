import { jest } from '@jest/globals';
import { KafkajsRequestQueue, type WholeRequestQueue } from './fixtures/unmended-kafkajs.ts';
import { scheduleCheckPendingRequests } from './pending-check.ts';

const silent = { debug: () => undefined, warn: () => undefined };

const queueOf = (changes: { maxInFlightRequests?: number } = {}): WholeRequestQueue => {
  const queue = new KafkajsRequestQueue({ requestTimeout: 30_000, logger: silent, ...changes });
  queue.scheduleCheckPendingRequests = () => scheduleCheckPendingRequests(queue);
  return queue;
};

const sender = (queue: WholeRequestQueue) => {
  const sent: number[] = [];
  return {
    sent,
    push: (correlationId: number) =>
      queue.push({
        entry: { correlationId, resolve: () => undefined, reject: () => undefined },
        expectResponse: true,
        sendRequest: () => sent.push(correlationId),
      }),
    answer: (correlationId: number) =>
      queue.fulfillRequest({ correlationId, payload: Buffer.alloc(0), size: 0 }),
  };
};

describe('pending check', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sets no timer where nothing waits', () => {
    const { push, answer, sent } = sender(queueOf());
    push(1);
    answer(1);
    expect(sent).toEqual([1]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('would be needless if kafkajs did the same', () => {
    const queue = new KafkajsRequestQueue({ requestTimeout: 30_000, logger: silent });
    const { push, answer } = sender(queue);
    push(1);
    answer(1);
    jest.advanceTimersByTime(1_000);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('sends a waiting request once there is a place, and then sets no timer', () => {
    const { push, answer, sent } = sender(queueOf({ maxInFlightRequests: 1 }));
    push(1);
    push(2);
    expect(sent).toEqual([1]);
    answer(1);
    expect(sent).toEqual([1, 2]);
    answer(2);
    jest.advanceTimersByTime(10);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('holds requests for exactly as long as the broker throttles', () => {
    const queue = queueOf();
    const { push, sent } = sender(queue);
    queue.maybeThrottle(500);
    push(1);
    push(2);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(499);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([1, 2]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sleeps until the throttling ends, without looking in between', () => {
    const queue = queueOf();
    const { push, sent } = sender(queue);
    queue.maybeThrottle(500);
    push(1);
    jest.advanceTimersToNextTimer();
    expect(sent).toEqual([1]);
  });

  it('holds them longer if the broker throttles again meanwhile', () => {
    const queue = queueOf();
    const { push, sent } = sender(queue);
    queue.maybeThrottle(100);
    push(1);
    jest.advanceTimersByTime(50);
    queue.maybeThrottle(500);
    jest.advanceTimersByTime(499);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([1]);
  });

  it('looks again where the throttling ended between the refusal and the timer', () => {
    const queue = queueOf();
    const { push, sent } = sender(queue);
    queue.maybeThrottle(1);
    queue.scheduleCheckPendingRequests = () => {
      jest.setSystemTime(Date.now() + 1);
      scheduleCheckPendingRequests(queue);
    };
    push(1);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(10);
    expect(sent).toEqual([1]);
  });

  it('leaves no timer behind on a connection that is lost', () => {
    const queue = queueOf({ maxInFlightRequests: 1 });
    const { push } = sender(queue);
    push(1);
    push(2);
    queue.rejectAll(new Error('Closed connection'));
    jest.advanceTimersByTime(10);
    expect(jest.getTimerCount()).toBe(0);
  });
});
