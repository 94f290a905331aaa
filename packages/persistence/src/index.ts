export type { Because, Change, GuardStep, Receipt } from './because.ts';
export {
  GuardMoved,
  Overloaded,
  ReceiptMismatch,
  ReceiptPending,
  StaleVersion,
} from './failures.ts';
