import {
  Channel,
  Industry,
  Instant,
  Line,
  Priority,
  TicketStatus,
  WaitingFor,
} from '@steward/contracts';
import { z } from 'zod';
import { CsvFormat } from '../mapping/csv-format.ts';
import { choice, lookup } from '../mapping/lookup.ts';
import { Moment } from '../mapping/moment.ts';
import { Template } from '../mapping/template.ts';

const State = z.strictObject({
  status: TicketStatus,
  waitingFor: WaitingFor.optional(),
  inCall: z.boolean().optional().describe('Solved while the customer was on the line'),
  label: z.string().min(1).max(100).optional().describe('Instead of the label of the mapping'),
});
export type State = z.output<typeof State>;

/** The accounts that the tickets belong to. The one of a ticket is that of its first row. */
const Account = z.strictObject({
  id: Template,
  name: Template,
  industry: choice(Industry),
  ownerId: Template.describe('The id of the person who answers for the account'),
  segment: Template.optional(),
  country: Template.optional(),
  since: Instant.describe('When they are said to have been registered: before the first ticket'),
});

/** Which column of another help desk's log means what. Each row says how a ticket stood from then on. */
export const IncidentMapping = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal('incidents'),
  about: z.string().optional().describe('For people: which log this is for'),
  file: CsvFormat,
  ticketId: Template,
  subject: Template,
  at: Moment,
  label: Template.describe('The state in the words of the log'),
  state: lookup(State),
  line: choice(Line),
  team: Template,
  agent: Template.optional(),
  priority: choice(Priority),
  channel: choice(Channel),
  product: Template.optional(),
  country: Template.optional(),
  organisation: Template.optional(),
  division: Template.optional().describe('The part of the organisation, by function'),
  account: Account,
});
export type IncidentMapping = z.output<typeof IncidentMapping>;
