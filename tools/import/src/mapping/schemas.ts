import { z } from 'zod';
import { CrmMapping } from '../crm/crm-mapping.ts';
import { IncidentMapping } from '../incidents/incident-mapping.ts';

const schemaOf = (schema: z.ZodType, title: string): string => {
  const document = { title, ...z.toJSONSchema(schema, { io: 'input' }) };
  return `${JSON.stringify(document, null, 2)}\n`;
};

/** What editors check a mapping by while it is written; the import itself asks the same of it. */
export const mappingSchemas: Readonly<Record<string, string>> = {
  'incidents.schema.json': schemaOf(IncidentMapping, 'Which column of a log of tickets means what'),
  'crm.schema.json': schemaOf(CrmMapping, "Which file and column of a CRM's export means what"),
};
