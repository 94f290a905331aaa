import { countTests } from './counts.ts';

describe('the count of all tests', () => {
  it.each([
    ['one run', 'Tests:       65 passed, 65 total', { passed: 65, failed: 0, skipped: 0 }],
    [
      'a run with failures behind a prefix',
      '@steward/bus:test: Tests:       1 failed, 2 skipped, 3 passed, 6 total',
      { passed: 3, failed: 1, skipped: 2 },
    ],
    [
      'coloured runs',
      '\u001b[1mTests:\u001b[22m       \u001b[32m4 passed\u001b[39m, 4 total\nTests: 2 passed, 2 total',
      { passed: 6, failed: 0, skipped: 0 },
    ],
    ['no run', 'nothing was tested', { passed: 0, failed: 0, skipped: 0 }],
  ])('adds up %s', (_, output, expected) => {
    expect(countTests(output)).toEqual(expected);
  });
});
