import { doorOf, isStepDone, type OpportunitySeen, type StepName } from './step.ts';

const step = (name: StepName) => ({ name, body: '{}' });
const steps = ['discover', 'introduce', 'accept', 'advance', 'win', 'lose'] as const;

describe('a step', () => {
  it.each<{ seen: OpportunitySeen; done: readonly StepName[] }>([
    { seen: { status: 'discovered' }, done: ['discover'] },
    { seen: { status: 'introduced' }, done: ['discover', 'introduce'] },
    {
      seen: { status: 'accepted', stage: 'prospecting' },
      done: ['discover', 'introduce', 'accept'],
    },
    {
      seen: { status: 'accepted', stage: 'negotiation' },
      done: ['discover', 'introduce', 'accept', 'advance'],
    },
    {
      seen: { status: 'won', stage: 'prospecting' },
      done: ['discover', 'introduce', 'accept', 'advance', 'win'],
    },
    {
      seen: { status: 'lost' },
      done: ['discover', 'introduce', 'accept', 'advance', 'lose'],
    },
  ])('is not taken again where the opportunity is $seen.status $seen.stage', ({ seen, done }) => {
    expect(steps.filter((name) => isStepDone(step(name), seen))).toEqual(done);
  });

  it.each([
    { name: 'discover', door: '/v1/opportunities' },
    { name: 'introduce', door: '/v1/opportunities/o-1/introduction' },
    { name: 'accept', door: '/v1/opportunities/o-1/acceptance' },
    { name: 'advance', door: '/v1/opportunities/o-1/stage' },
    { name: 'win', door: '/v1/opportunities/o-1/win' },
    { name: 'lose', door: '/v1/opportunities/o-1/loss' },
  ] as const)('of $name goes to $door', ({ name, door }) => {
    expect(doorOf(step(name), 'o-1')).toBe(door);
  });
});
