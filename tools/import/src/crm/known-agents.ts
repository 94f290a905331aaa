import { Id } from '@steward/contracts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Columns } from '../mapping/columns.ts';
import { required } from '../mapping/template.ts';
import type { CrmMapping } from './crm-mapping.ts';

/** Ids of sales agents by the names that opportunities know them by. */
export type Agents = ReadonlyMap<string, string>;

/** Reads the agent of a row; a second row of the same name is a bad one. */
export const agentReader = (
  { agents }: CrmMapping,
  columns: Columns,
  known: Map<string, string>,
) => {
  const key = required(agents.key, columns);
  const id = required(agents.id, columns);
  return (fields: readonly string[]): void => {
    const name = key(fields);
    const agentId = id(fields);
    if (known.has(name)) throw new BadRow(`The agent "${name}" stands in the file twice`);
    if (!Id.safeParse(agentId).success) throw new BadRow(`"${agentId}" cannot be an id`);
    known.set(name, agentId);
  };
};
