import { Id, Instant } from '../primitives.ts';

/** What every fact of an operated project says. */
export const projectFact = { projectId: Id, accountId: Id, at: Instant };
