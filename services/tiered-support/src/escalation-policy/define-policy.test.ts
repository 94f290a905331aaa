import {
  EscalationPolicyDefined,
  type EscalationPolicyEvent,
  EscalationPolicyRevised,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { escalationContent, escalationStep } from '../fixtures/escalations.ts';
import { defineEscalationPolicy, reviseEscalationPolicy } from './define-policy.ts';
import { escalationPolicy } from './escalation-policy.ts';
import { switchEscalationPolicy } from './switch-policy.ts';

const given = scenario(escalationPolicy);
const at = '2026-03-02T12:00:00.000Z';
const now = new Date(at);
const policyId = 'late';
const content = escalationContent();
const define = { policyId, content, at: now };
const defined: EscalationPolicyEvent = {
  type: 'EscalationPolicyDefined',
  data: { policyId, content, at },
};
const switched = {
  enabled: { type: 'EscalationPolicyEnabled', data: { policyId, at } },
  disabled: { type: 'EscalationPolicyDisabled', data: { policyId, at } },
} as const;

const unsound = [
  { what: 'for nothing in particular', changes: { match: {} }, code: 'escalation-match-blank' },
  {
    what: 'for important customers that it does not name',
    changes: { trigger: { kind: 'vip' } },
    code: 'escalation-vip-unnamed',
  },
  { what: 'that tells nobody', changes: { steps: [] }, code: 'escalation-without-steps' },
  {
    what: 'whose second step comes with the first',
    changes: { steps: [escalationStep(), escalationStep({ to: 'cco' })] },
    code: 'escalation-steps-not-rising',
  },
  {
    what: 'that goes to more skill at no desk',
    changes: { steps: [escalationStep({ kind: 'functional' })] },
    code: 'escalation-step-without-desk',
  },
  {
    what: 'that does not know when the account owner is there',
    changes: { steps: [escalationStep({ to: 'account-owner' })] },
    code: 'escalation-recipient-missing',
  },
  {
    what: 'whose head of segment is nobody',
    changes: {
      steps: [escalationStep({ to: 'segment-manager' })],
      recipients: { 'segment-manager': { calendarId: 'office' } },
    },
    code: 'escalation-recipient-unnamed',
  },
] as const;

describe('define a policy of escalation', () => {
  it('keeps what it says, and is enabled', () => {
    given()
      .when((policy) => defineEscalationPolicy(policy, define))
      .thenEmits(defined);
    const state = escalationPolicy.evolve(escalationPolicy.initial, defined);
    expect(state).toEqual({ status: 'enabled', policyId, ...content });
    expect(EscalationPolicyDefined.parse(defined)).toEqual(defined);
  });

  it.each(['owner', 'account-owner'] as const)('needs no name for the %s', (to) => {
    const unnamed = escalationContent({
      steps: [escalationStep({ to })],
      recipients: { [to]: { calendarId: 'office' } },
    });
    given()
      .when((policy) => defineEscalationPolicy(policy, { ...define, content: unnamed }))
      .thenEmits({ type: 'EscalationPolicyDefined', data: { policyId, content: unnamed, at } });
  });

  it('refuses to define the same one twice', () => {
    given(defined)
      .when((policy) => defineEscalationPolicy(policy, define))
      .thenRefuses('escalation-policy-already-defined');
  });

  it.each(unsound)('refuses one $what', ({ changes, code }) => {
    const wrong = { ...define, content: { ...content, ...changes } as typeof content };
    given()
      .when((policy) => defineEscalationPolicy(policy, wrong))
      .thenRefuses(code);
    given(defined)
      .when((policy) => reviseEscalationPolicy(policy, wrong))
      .thenRefuses(code);
  });
});

describe('revise a policy of escalation', () => {
  const dearer = escalationContent({ name: 'Later still' });
  const revised: EscalationPolicyEvent = {
    type: 'EscalationPolicyRevised',
    data: { policyId, content: dearer, at },
  };

  it('says something else, and leaves it as enabled as it was', () => {
    given(defined, switched.disabled)
      .when((policy) => reviseEscalationPolicy(policy, { ...define, content: dearer }))
      .thenEmits(revised);
    const past = [defined, switched.disabled, revised];
    expect(past.reduce(escalationPolicy.evolve, escalationPolicy.initial)).toEqual({
      status: 'disabled',
      policyId,
      ...dearer,
    });
    expect(EscalationPolicyRevised.parse(revised)).toEqual(revised);
  });

  it('refuses one that was never defined', () => {
    given()
      .when((policy) => reviseEscalationPolicy(policy, define))
      .thenRefuses('escalation-policy-not-found');
  });
});

describe('switch a policy of escalation', () => {
  it.each([
    { to: 'disabled', past: [defined] },
    { to: 'enabled', past: [defined, switched.disabled] },
  ] as const)('makes it $to, once', ({ to, past }) => {
    const command = { policyId, to, at: now };
    given(...past)
      .when((policy) => switchEscalationPolicy(policy, command))
      .thenEmits(switched[to]);
    given(...past, switched[to])
      .when((policy) => switchEscalationPolicy(policy, command))
      .thenRefuses(`escalation-policy-already-${to}`);
    given()
      .when((policy) => switchEscalationPolicy(policy, command))
      .thenRefuses('escalation-policy-not-found');
  });
});
