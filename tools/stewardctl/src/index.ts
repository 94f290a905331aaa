export { type Answer, exitCodes, type Terminal, WrongUsage } from './answer.ts';
export { stewardctl } from './program.ts';
