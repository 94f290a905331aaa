import type { Projection } from '@steward/bus';
import {
  type ContactSide,
  type EventOf,
  operatedProjectNoun,
  ProjectContactHeld,
} from '@steward/contracts';

/** One contact that was held; a project that goes on for ever has more of them than its state should hold. */
export interface ProjectContactRow {
  readonly projectId: string;
  readonly contactId: string;
  readonly side: ContactSide;
  readonly with: string;
  readonly summary: string;
  readonly at: string;
}

export const projectContacts: Projection<ProjectContactRow, EventOf<typeof ProjectContactHeld>> = {
  name: 'project-contacts',
  nouns: [operatedProjectNoun],
  facts: [ProjectContactHeld],
  indexes: [['projectId', 'at']],
  keyOf: ({ data }) => `${data.projectId}/${data.contactId}`,
  apply: (row, { data }) => {
    if (row) return row;
    const { accountId: _, ...held } = data;
    return held;
  },
};
