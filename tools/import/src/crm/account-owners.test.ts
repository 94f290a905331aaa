import { AccountOwners } from './account-owners.ts';
import { mavenMapping, pipelineColumns, pipelineRow } from './fixtures/maven.ts';

const agents = new Map([
  ['Anna Snelling', 'anna'],
  ['Boris Faz', 'boris'],
]);

const ownerAfter = (...rows: Parameters<typeof pipelineRow>[0][]) => {
  const owners = new AccountOwners(mavenMapping, pipelineColumns, agents);
  for (const row of rows) owners.count(pipelineRow(row));
  return owners.ownerOf('Cancity');
};

const anna = { sales_agent: 'Anna Snelling', account: 'Cancity' };
const boris = { sales_agent: 'Boris Faz', account: 'Cancity' };

describe('the owner of an account', () => {
  it('is the agent with most opportunities there', () => {
    expect(ownerAfter(anna, boris, boris)).toBe('boris');
  });

  it.each([{ rows: [anna, boris] }, { rows: [boris, anna] }])(
    'is the first by name where several have as many',
    ({ rows }) => {
      expect(ownerAfter(...rows)).toBe('anna');
    },
  );

  it('is nobody where nobody works on it, or only people who are not agents', () => {
    expect(
      ownerAfter({ ...anna, account: '' }, { ...anna, sales_agent: 'Nobody' }),
    ).toBeUndefined();
  });
});
