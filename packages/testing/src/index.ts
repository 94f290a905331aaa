export { scenario } from './scenario.ts';
