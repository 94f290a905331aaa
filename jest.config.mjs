/** One configuration for every package: `STEWARD_TESTS=int` runs the tests that need real servers. */
const integration = process.env.STEWARD_TESTS === 'int';

// What a failed test has to say should not drown in what the services say.
process.env.LOG_LEVEL ??= 'error';

export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': './tools/jest/strip-types.mjs' },
  testMatch: integration ? ['**/*.int.test.ts'] : ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(integration ? [] : ['\\.int\\.test\\.ts$'])],
  modulePathIgnorePatterns: ['/.steward/'],
  // One file at a time: they measure real servers against time-outs, and some take servers away.
  maxWorkers: integration ? 1 : '50%',
  // A failed test may leave a connection open; it must not keep the verdict from being told.
  forceExit: integration,
  testTimeout: integration ? 60_000 : 10_000,
};
