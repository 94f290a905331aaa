export { runLoop } from './loop.ts';
export { services } from './services.ts';
export {
  environmentOf,
  type PlatformOptions,
  type RunningPlatform,
  startPlatform,
} from './start-platform.ts';
