const overloadedCheckMs = 10;

/** The part of kafkajs's request queue that decides when waiting requests are looked at again. */
export interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  throttleCheckTimeoutId: ReturnType<typeof setTimeout> | null;
  checkPendingRequests(): void;
}

/**
 * Makes sure that waiting requests are looked at again, and sets no timer when none waits.
 *
 * kafkajs sets one after every response, due at `-1 - now`. Node turns that into 1 ms, the check
 * finds nothing and sets the next: every connection wakes a thousand times a second for ever, and
 * Node 24 warns of the negative time (https://github.com/tulios/kafkajs/issues/1751,
 * https://github.com/tulios/kafkajs/pull/1768).
 *
 * A throttled queue is looked at when the throttling ends. One that waits for a free place is
 * woken by the response that frees it; its timer is for the throttling that ended between the
 * refusal to send and this call, when no response may be on its way.
 */
export const scheduleCheckPendingRequests = (queue: RequestQueue): void => {
  if (queue.throttleCheckTimeoutId || queue.pending.length === 0) return;

  const throttledMs = queue.throttledUntil - Date.now();
  queue.throttleCheckTimeoutId = setTimeout(
    () => {
      queue.throttleCheckTimeoutId = null;
      queue.checkPendingRequests();
    },
    throttledMs > 0 ? throttledMs : overloadedCheckMs,
  );
};
