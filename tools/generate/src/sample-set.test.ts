import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sampleSet, sampleSize } from './sample-set.ts';

const folder = resolve(import.meta.dirname, '../../../data');
const shipped = sampleSet(sampleSize);

describe('the sets that ship', () => {
  it.each(Object.keys(shipped))('are what the generator makes, byte for byte: %s', (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(shipped[name]);
  });

  it('are about as large as their description says', () => {
    const expected = JSON.parse(shipped['expected.json'] ?? '');
    expect(expected.incidents.report.tickets).toBe(300);
    expect(expected.incidents.rows).toBeGreaterThan(2_000);
    expect(expected.crm.rows).toBeGreaterThan(200);
  });

  it('show what real logs have: waits, hand-overs, reopenings, and rows that are broken', () => {
    const log = shipped['incidents.csv'] ?? '';
    for (const word of ['On hold;Vendor', ';Makers;', ';Experts or Makers;', ';Parked;', '31.02.'])
      expect(log).toContain(word);
    expect(log).toMatch(/(C-\d+);[^;]+;Solved;.*\1;[^;]+;Working;/s);
  });
});

describe('another seed', () => {
  it('makes another set of the same size', () => {
    const other = sampleSet({ ...sampleSize, seed: sampleSize.seed + 1 });
    expect(other['incidents.csv']).not.toBe(shipped['incidents.csv']);
    expect(other['crm/deals.csv']?.split('\n')).toHaveLength(
      shipped['crm/deals.csv']?.split('\n').length ?? 0,
    );
  });
});
