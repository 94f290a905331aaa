export { Config, readConfig } from './config.ts';
export { runUntilSignal, type Stoppable, serve } from './serve.ts';
export {
  type Doors,
  doorsTogether,
  type Platform,
  type Service,
  service,
  type Timer,
} from './service.ts';
export { type RunningService, type StartOptions, startService } from './start-service.ts';
