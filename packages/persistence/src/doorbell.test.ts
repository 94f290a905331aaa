import { jest } from '@jest/globals';
import { Doorbell } from './doorbell.ts';

/** Whether the sleeper has woken by now. */
const sleeper = (doorbell: Doorbell, ms: number) => {
  const state = { isAwake: false };
  void doorbell.wait(ms).then(() => {
    state.isAwake = true;
  });
  return state;
};

describe('doorbell', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('wakes the sleeper at once', async () => {
    const doorbell = new Doorbell();
    const state = sleeper(doorbell, 1_000);
    doorbell.ring();
    await jest.advanceTimersByTimeAsync(0);
    expect(state.isAwake).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets the sleeper sleep no longer than it asked for', async () => {
    const state = sleeper(new Doorbell(), 1_000);
    await jest.advanceTimersByTimeAsync(999);
    expect(state.isAwake).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(state.isAwake).toBe(true);
  });

  it('keeps a ring that nobody heard for the next sleep, and only for that', async () => {
    const doorbell = new Doorbell();
    doorbell.ring();
    doorbell.ring();
    const first = sleeper(doorbell, 1_000);
    await jest.advanceTimersByTimeAsync(0);
    expect(first.isAwake).toBe(true);
    const second = sleeper(doorbell, 1_000);
    await jest.advanceTimersByTimeAsync(0);
    expect(second.isAwake).toBe(false);
  });
});
