export { CannotGoOn } from './cannot-go-on.ts';
export { importCrm } from './crm/import-crm.ts';
export { importIncidents } from './incidents/import-incidents.ts';
export type { Summary } from './run/summary.ts';
export type { Standing, Watch, Wish } from './wish.ts';
