export { company, runLoop } from './loop.ts';
export { services } from './services.ts';
export {
  type PlatformOptions,
  type RunningPlatform,
  startPlatform,
} from './start-platform.ts';
