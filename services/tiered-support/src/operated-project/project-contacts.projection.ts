import type { Projection } from '@steward/bus';
import {
  type ContactSide,
  type OperatedProjectEvent,
  operatedProjectNoun,
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

export const projectContacts: Projection<ProjectContactRow, OperatedProjectEvent> = {
  name: 'project-contacts',
  nouns: [operatedProjectNoun],
  indexes: [['projectId', 'at']],
  keyOf: ({ type, data }) =>
    type === 'ProjectContactHeld' ? `${data.projectId}/${data.contactId}` : undefined,
  apply: (row, { type, data }) => {
    if (type !== 'ProjectContactHeld' || row) return row;
    const { accountId: _, ...held } = data;
    return held;
  },
};
