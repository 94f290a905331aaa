import { Sample } from './sample.ts';

describe('a sample', () => {
  it('holds the names that came last, each once', () => {
    const sample = new Sample();
    for (let number = 0; number < 1000; number += 1) sample.add(`t-${number}`);
    sample.add('t-900');
    expect(sample.names).toHaveLength(256);
    expect(sample.names.at(0)).toBe('t-744');
    expect(sample.names.slice(-2)).toEqual(['t-999', 't-900']);
  });
});
