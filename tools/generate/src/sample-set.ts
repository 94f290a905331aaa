import { generateCrm } from './crm/generate-crm.ts';
import { generateIncidents } from './incidents/generate-incidents.ts';

export interface SampleSize {
  readonly seed: number;
  readonly incidents: number;
  readonly opportunities: number;
}

/** The sets that ship with the project are made with these. */
export const sampleSize: SampleSize = { seed: 7, incidents: 300, opportunities: 200 };

/** Every file of a set, by its path: the logs, and what the reports say once they are imported. */
export const sampleSet = ({
  seed,
  incidents,
  opportunities,
}: SampleSize): Readonly<Record<string, string>> => {
  const log = generateIncidents(seed, incidents);
  const crm = generateCrm(seed, opportunities);
  const expected = {
    incidents: { rows: log.rows, badRows: log.badRows, report: log.support },
    crm: { rows: crm.rows, badRows: crm.badRows, report: crm.pipeline },
  };
  const crmFiles = Object.entries(crm.files).map(([name, text]) => [`crm/${name}`, text]);
  return {
    'incidents.csv': log.text,
    ...Object.fromEntries(crmFiles),
    'expected.json': `${JSON.stringify(expected, null, 2)}\n`,
  };
};
