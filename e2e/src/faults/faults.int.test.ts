import { resetStack, type Stack, startStack } from '@steward/local';
import { runFaults } from './run.ts';
import { noticedIn, trials } from './sabotage.ts';
import { faultNamed } from './strikes/faults.ts';

/** A stack of its own: its servers are killed. */
const stackName = 'faults-test';
const seed = 20_260_302;
const untold = () => undefined;

let stack: Stack;

beforeAll(async () => {
  await resetStack(stackName);
  stack = await startStack({ name: stackName });
}, 180_000);

afterAll(() => resetStack(stackName), 60_000);

/** A few of the faults of `npm run test:faults`, one after the other. */
const faults = [
  'before-commit',
  'before-mark',
  'poison-behind-malformed',
  'killed-while-kafka-is-away',
  'scale',
  'before-effect-commit',
  'mongodb-killed',
];

describe('the platform under attack', () => {
  it('loses nothing, does nothing twice, and keeps the order', async () => {
    const { violations, strikes, figures } = await runFaults({
      stack,
      seed,
      faults: faults.map(faultNamed),
      crowdSize: 1,
      replicasMax: 2,
      settleSecondsMax: 180,
      tell: untold,
    });
    expect(violations).toEqual([]);
    expect([...strikes.keys()]).toEqual(faults);
    expect(figures.events).toBeGreaterThan(100);
  }, 600_000);
});

describe('the referee', () => {
  it('notices on the real servers that guarantees were taken away', async () => {
    const quick = trials.filter(({ isQuick }) => isQuick);
    const noticed = await noticedIn(quick, { stack, seed, tell: untold });
    expect(noticed).toEqual(expect.arrayContaining(quick.map(({ noticedBy }) => noticedBy)));
  }, 300_000);
});
