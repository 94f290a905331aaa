export type { Backlog } from './backlog.ts';
export { Batcher, type BatcherOptions } from './batcher.ts';
export type { Because, Change, GuardStep, Receipt } from './because.ts';
export { atAnyVersion, isSpent, type Step } from './change.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export type { AnyEvent } from './event-rows.ts';
export {
  GuardMoved,
  Overloaded,
  ReceiptMismatch,
  ReceiptPending,
  StaleVersion,
} from './failures.ts';
export { type Generations, type ReadModelRow, viewCollectionName } from './generations.ts';
export { type Moment, moments, onMoment, reach } from './moment.ts';
export { isOutage } from './outage.ts';
export { decodeCursor, encodeCursor, type Page, type PageRequest } from './page.ts';
export type { Relay } from './relay.ts';
export type { EventRow, GuardRow, StateRow } from './rows.ts';
export type { Read, StateFilter, Store } from './store.ts';
export type { View, ViewRow } from './view.ts';
export { writeTogether } from './write-together.ts';
