import type { tieredSupportRoutes } from '@steward/contracts';
import type { z } from 'zod';
import type { Columns } from '../mapping/columns.ts';
import { byChoice, byTable } from '../mapping/lookup.ts';
import { requiredMoment } from '../mapping/moment.ts';
import { optional, type Reader, required } from '../mapping/template.ts';
import type { IncidentMapping } from './incident-mapping.ts';

export type EntryBody = z.input<typeof tieredSupportRoutes.recordTicketEntry.body>;

/** What a row says by itself; its position and its account follow from the rows of the ticket before it. */
export type Entry = Omit<EntryBody, 'entry' | 'accountId' | 'occurredAt'> & {
  readonly occurredAt: string;
};

/** Compiles a mapping to what reads one row. Fields that have nothing to say are left out. */
export const entryReader = (mapping: IncidentMapping, columns: Columns): Reader<Entry> => {
  const at = requiredMoment(mapping.at, columns);
  const state = byTable(mapping.state, columns, 'state');
  const label = required(mapping.label, columns);
  const line = byChoice(mapping.line, columns, 'line');
  const team = required(mapping.team, columns);
  const agent = optional(mapping.agent, columns);
  const subject = required(mapping.subject, columns);
  const priority = byChoice(mapping.priority, columns, 'priority');
  const channel = byChoice(mapping.channel, columns, 'channel');
  const product = optional(mapping.product, columns);
  const country = optional(mapping.country, columns);
  const organisation = optional(mapping.organisation, columns);
  const division = optional(mapping.division, columns);

  return (fields) => {
    const { label: labelOfState, ...stateOfRow } = state(fields);
    return {
      ...stateOfRow,
      label: labelOfState ?? label(fields),
      desk: { line: line(fields), team: team(fields) },
      agent: agent(fields),
      subject: subject(fields),
      priority: priority(fields),
      channel: channel(fields),
      product: product(fields),
      country: country(fields),
      organisation: organisation(fields),
      division: division(fields),
      occurredAt: at(fields),
    };
  };
};
