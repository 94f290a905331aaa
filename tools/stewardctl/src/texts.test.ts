import { buildProgress } from './build-progress.ts';
import { confirm } from './confirm.ts';
import { groupFindings } from './doctor/group-findings.ts';
import { findingsText } from './finding.ts';
import { secondsText, table } from './table.ts';

describe('a table', () => {
  it('has words to the left and figures to the right, and nothing that speaks to the terminal', () => {
    const rows = [
      { name: 'a\u001b[31m', size: 7 },
      { name: 'longer', size: 1_234 },
    ];
    const columns = [
      { name: 'name', of: ({ name }: (typeof rows)[number]) => name },
      { name: 'size', of: ({ size }: (typeof rows)[number]) => size },
    ];
    expect(table(columns, rows)).toBe('NAME    SIZE\na\u{FFFD}[31m     7\nlonger  1234');
  });

  it.each([
    { seconds: 0, text: '0 s' },
    { seconds: 119, text: '119 s' },
    { seconds: 120, text: '2 min' },
    { seconds: 7_200, text: '2 h' },
    { seconds: 172_800, text: '2 d' },
  ])('tells $seconds seconds as $text', ({ seconds, text }) => {
    expect(secondsText(seconds)).toBe(text);
  });
});

describe('the progress of a build', () => {
  it('tells how far it is, how fast it goes and when it is there, each change once', () => {
    const shown: string[] = [];
    let now = 0;
    const progress = buildProgress(
      (text) => shown.push(text),
      () => now,
    );
    for (const [at, done] of [
      [0, 100],
      [1_000, 100],
      [2_000, 300],
    ] as const) {
      now = at;
      progress({ generation: 2, done, total: 1_000 });
    }
    expect(shown).toEqual([
      'generation 2: 100 of 1000 events (10 %)',
      'generation 2: 300 of 1000 events (30 %), 100/s, 7 s to go',
    ]);
  });
});

describe('a verb that destroys', () => {
  const told: string[] = [];
  const tell = (text: string) => told.push(text);

  it.each([
    { answer: 'y', isDone: true },
    { answer: ' YES ', isDone: true },
    { answer: '', isDone: false },
    { answer: 'no', isDone: false },
  ])('goes on only if the answer is yes: "$answer"', async ({ answer, isDone }) => {
    const asked = confirm('All of it goes.', { tell, ask: async () => answer }, false);
    await expect(asked.then(() => true).catch(({ message }) => message)).resolves.toBe(
      isDone ? true : 'Nothing was done.',
    );
    expect(told.at(-1)).toBe('All of it goes.');
  });

  it('is refused where nobody can be asked, and asks nobody who is sure', async () => {
    const ask = undefined;
    await expect(confirm('All of it goes.', { tell, ask }, false)).rejects.toThrow('--yes');
    await expect(confirm('All of it goes.', { tell, ask }, true)).resolves.toBeUndefined();
  });
});

describe('what groups and topics say of each other', () => {
  const group = { groupId: 'steward.account.log', state: 'Stable', members: 1, lag: 0 };
  const place = { topic: 'account.account', partition: 3, low: 10, high: 20, lag: 0 };

  it.each([
    { what: 'nothing, where all is well', changes: { committed: 20 }, says: [] },
    { what: 'an offset beyond the log', changes: { committed: 21 }, says: ['committed beyond'] },
    {
      what: 'what was deleted before it was taken in',
      changes: { committed: 9 },
      says: ['deleted'],
    },
    { what: 'nothing of a group that never committed', changes: {}, says: [] },
  ])('is $what', ({ changes, says }) => {
    const text = findingsText(
      groupFindings([{ ...group, partitions: [{ ...place, ...changes }] }]),
    );
    expect(text.split('\n').filter((line) => line.startsWith('✗'))).toHaveLength(says.length);
    for (const word of says) expect(text).toContain(word);
  });
});
