import { type StreamState, type StreamStep, streamStep } from './stream-step.ts';

const steps: readonly { stream: StreamState; next: number; step: StreamStep }[] = [
  { stream: { version: 0 }, next: 1, step: 'apply' },
  { stream: { version: 0 }, next: 2, step: 'gap' },
  { stream: { version: 3 }, next: 3, step: 'duplicate' },
  { stream: { version: 3 }, next: 1, step: 'duplicate' },
  { stream: { version: 3 }, next: 4, step: 'apply' },
  { stream: { version: 3 }, next: 5, step: 'gap' },
  { stream: { version: 3, parkedFrom: 4 }, next: 3, step: 'duplicate' },
  { stream: { version: 3, parkedFrom: 4 }, next: 4, step: 'parked' },
  { stream: { version: 3, parkedFrom: 4 }, next: 9, step: 'parked' },
  { stream: { version: 3, parkedFrom: 6 }, next: 4, step: 'apply' },
  { stream: { version: 3, parkedFrom: 6 }, next: 5, step: 'gap' },
  // A replay was killed between an effect and the settling of what is set aside.
  { stream: { version: 5, parkedFrom: 4 }, next: 6, step: 'parked' },
];

describe('stream step', () => {
  it.each(steps)('of version $next at $stream is $step', ({ stream, next, step }) => {
    expect(streamStep(stream, next, next - 1)).toBe(step);
  });

  it.each([
    { version: 3, step: 'apply' },
    { version: 4, step: 'apply' },
    { version: 2, step: 'gap' },
    { version: 9, step: 'duplicate' },
  ])('of version 9 that has to come after 3 is $step at $version', ({ version, step }) => {
    expect(streamStep({ version }, 9, 3)).toBe(step);
  });
});
