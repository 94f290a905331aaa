import {
  type Milestone,
  SlaPolicyDefined,
  type SlaPolicyEvent,
  SlaPolicyRevised,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { policyContent, targetsOf } from '../fixtures/policies.ts';
import { definePolicy, revisePolicy } from './define-policy.ts';
import { slaPolicy } from './sla-policy.ts';
import { switchPolicy } from './switch-policy.ts';

const given = scenario(slaPolicy);
const at = '2026-03-02T12:00:00.000Z';
const now = new Date(at);
const policyId = 'gold';
const content = policyContent({ name: 'Gold', rank: 10, match: { accounts: ['acme'] } });
const define = { policyId, content, at: now };
const defined: SlaPolicyEvent = { type: 'SlaPolicyDefined', data: { policyId, content, at } };
const disabled: SlaPolicyEvent = { type: 'SlaPolicyDisabled', data: { policyId, at } };
const enabled: SlaPolicyEvent = { type: 'SlaPolicyEnabled', data: { policyId, at } };

const withTargets = (targets: ReturnType<typeof targetsOf>) => ({
  ...content,
  terms: { ...content.terms, targets },
});
const anyTarget = targetsOf({ resolution: 480 });

const milestone: Milestone = {
  name: 'Work begins',
  minutes: { medium: 60 },
  starts: { statuses: ['queued'] },
  stops: { statuses: ['in-progress'] },
  recurrence: 'once',
  countsFrom: 'start',
};
const withMilestones = (...milestones: Milestone[]) => ({
  ...content,
  terms: { ...content.terms, milestones },
});

const unsound = [
  { what: 'that is for all tickets', content: { ...content, match: {} }, code: 'sla-match-blank' },
  {
    what: 'without a promise',
    content: withTargets(targetsOf({})),
    code: 'sla-promise-missing',
  },
  {
    what: 'with two targets for one priority',
    content: withTargets([...anyTarget.slice(1), { priority: 'major', resolution: 60 }]),
    code: 'sla-priority-without-target',
  },
  {
    what: 'with one target too many',
    content: withTargets([...anyTarget, { priority: 'major', resolution: 60 }]),
    code: 'sla-priority-twice',
  },
  {
    what: 'that answers after it resolves',
    content: withTargets(targetsOf({ firstResponse: 61, resolution: 60 })),
    code: 'sla-response-after-resolution',
  },
  {
    what: 'that answers again after it resolves',
    content: withTargets(targetsOf({ nextResponse: 61, resolution: 60 })),
    code: 'sla-response-after-resolution',
  },
  {
    what: 'whose lines have less than the customer is promised',
    content: withTargets(targetsOf({ resolution: 480, lines: { first: 100, second: 379 } })),
    code: 'sla-lines-do-not-sum',
  },
  {
    what: 'whose lines share what is not promised',
    content: withTargets(targetsOf({ firstResponse: 60, lines: { first: 60 } })),
    code: 'sla-lines-do-not-sum',
  },
  {
    what: 'that ends before it begins',
    content: { ...content, validFrom: at, validTo: at },
    code: 'sla-never-valid',
  },
  {
    what: 'with two milestones of one name',
    content: withMilestones(milestone, milestone),
    code: 'sla-milestone-twice',
  },
  {
    what: 'with a milestone without a time',
    content: withMilestones({ ...milestone, minutes: {} }),
    code: 'sla-milestone-without-time',
  },
  {
    what: 'with a milestone that ends for no reason',
    content: withMilestones({ ...milestone, stops: {} }),
    code: 'sla-condition-blank',
  },
  {
    what: 'with a milestone that rests for no reason',
    content: withMilestones({ ...milestone, pauses: {} }),
    code: 'sla-condition-blank',
  },
] as const;

describe('define a policy', () => {
  it('keeps what it promises, and is enabled', () => {
    given()
      .when((policy) => definePolicy(policy, define))
      .thenEmits(defined);
    expect(slaPolicy.evolve(slaPolicy.initial, defined)).toEqual({
      status: 'enabled',
      policyId,
      ...content,
    });
  });

  it('takes lines that together have what the customer is promised', () => {
    const shared = withTargets(targetsOf({ resolution: 480, lines: { first: 100, third: 380 } }));
    given()
      .when((policy) => definePolicy(policy, { ...define, content: shared }))
      .thenEmits({ type: 'SlaPolicyDefined', data: { policyId, content: shared, at } });
  });

  it('refuses to define the same one twice', () => {
    given(defined)
      .when((policy) => definePolicy(policy, define))
      .thenRefuses('sla-policy-already-defined');
  });

  it.each(unsound)('refuses one $what', ({ content, code }) => {
    given()
      .when((policy) => definePolicy(policy, { ...define, content }))
      .thenRefuses(code);
  });

  it.each([
    { what: 'is for some tickets only', change: { match: { accounts: ['acme'] } } },
    { what: 'is valid for a while only', change: { match: {}, validTo: at } },
  ])('refuses a default that $what', ({ change }) => {
    const some = { ...content, ...change };
    given()
      .when((policy) => definePolicy(policy, { ...define, policyId: 'default', content: some }))
      .thenRefuses('sla-default-matches-all');
  });

  it('emits only events the contracts accept', () => {
    expect(SlaPolicyDefined.parse(defined)).toEqual(defined);
    const revised = { ...defined, type: 'SlaPolicyRevised' };
    expect(SlaPolicyRevised.parse(revised)).toEqual(revised);
  });
});

describe('revise a policy', () => {
  it('promises something else, and leaves it as enabled as it was', () => {
    const dearer = { ...content, rank: 20 };
    given(defined, disabled)
      .when((policy) => revisePolicy(policy, { ...define, content: dearer }))
      .thenEmits({ type: 'SlaPolicyRevised', data: { policyId, content: dearer, at } });
    const revised: SlaPolicyEvent = {
      type: 'SlaPolicyRevised',
      data: { policyId, content: dearer, at },
    };
    const state = [defined, disabled, revised].reduce(slaPolicy.evolve, slaPolicy.initial);
    expect(state).toMatchObject({ status: 'disabled', rank: 20 });
  });

  it('refuses one that was never defined', () => {
    given()
      .when((policy) => revisePolicy(policy, define))
      .thenRefuses('sla-policy-not-found');
  });

  it.each(unsound)('refuses one $what', ({ content, code }) => {
    given(defined)
      .when((policy) => revisePolicy(policy, { ...define, content }))
      .thenRefuses(code);
  });
});

describe('enable or disable a policy', () => {
  const command = { policyId, at: now };
  const ofDefault: SlaPolicyEvent = {
    type: 'SlaPolicyDefined',
    data: { policyId: 'default', content: policyContent(), at },
  };

  it.each([
    { to: 'disabled', past: [defined], event: disabled },
    { to: 'enabled', past: [defined, disabled], event: enabled },
  ] as const)('says that it is $to', ({ to, past, event }) => {
    given(...past)
      .when((policy) => switchPolicy(policy, { ...command, to }))
      .thenEmits(event);
  });

  it.each([
    { to: 'disabled', what: 'is', past: [defined, disabled], code: 'sla-policy-already-disabled' },
    { to: 'enabled', what: 'is', past: [defined], code: 'sla-policy-already-enabled' },
    { to: 'disabled', what: 'is not there', past: [], code: 'sla-policy-not-found' },
    { to: 'enabled', what: 'is not there', past: [], code: 'sla-policy-not-found' },
  ] as const)('refuses that what $what be $to', ({ to, past, code }) => {
    given(...past)
      .when((policy) => switchPolicy(policy, { ...command, to }))
      .thenRefuses(code);
  });

  it('never disables the default', () => {
    given(ofDefault)
      .when((policy) => switchPolicy(policy, { to: 'disabled', policyId: 'default', at: now }))
      .thenRefuses('sla-default-must-stay');
  });
});
