export { eventRow } from './event-row.ts';
export {
  callerOf,
  eventually,
  privateEnvironment,
  startServicesForTest,
  type TestAnswer,
  type TestCaller,
} from './start-service-for-test.ts';
