import { groupsSeen } from '@steward/bus';
import { groupsOf } from './deployment.ts';
import { table } from './table.ts';
import { count, type Setting, verb } from './verb.ts';

interface Flags {
  readonly service?: string;
  readonly max?: number;
}

export const lagVerb = (setting: Setting) =>
  verb<Flags>(
    'lag',
    'per group and partition how far it has come, and who is in it',
    setting,
    async ({ at, flags: { service, max } }) => {
      const wanted = await at.withServices(service === undefined ? [] : [service], async (open) =>
        open.flatMap((one) => groupsOf(at, one)),
      );
      const groups = await groupsSeen(at.kafka, wanted);
      const lines = groups.flatMap(({ partitions, ...group }) =>
        // A partition that never had a message has nothing to say, and there are many.
        partitions.filter(({ high }) => high > 0).map((partition) => ({ ...group, ...partition })),
      );
      const text = table(
        [
          { name: 'group', of: ({ groupId }) => groupId },
          { name: 'state', of: ({ state }) => state },
          { name: 'members', of: ({ members }) => members },
          { name: 'topic', of: ({ topic }) => topic },
          { name: 'partition', of: ({ partition }) => partition },
          { name: 'committed', of: ({ committed }) => committed },
          { name: 'end', of: ({ high }) => high },
          { name: 'lag', of: ({ lag }) => lag },
        ],
        lines,
      );
      const isUnhealthy = max !== undefined && groups.some(({ lag }) => lag > max);
      return { json: groups, text, isUnhealthy };
    },
  )
    .option('--service <name>', 'only the groups of this service')
    .option('--max <messages>', 'exit with 3 where a group lags further behind', count);
