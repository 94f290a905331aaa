import {
  type SupportAgentContent,
  type SupportAgentEvent,
  supportAgentNoun,
} from '@steward/contracts';
import { Refusal } from '@steward/domain';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import {
  agentContent,
  agentDefined,
  agentRetired,
  leaveGranted,
  letGoOf,
  presenceChanged,
  tookOn,
} from '../fixtures/agents.ts';
import { at, callCentre, experts, moment } from '../fixtures/ticket-past.ts';
import { changePresence } from './change-presence.ts';
import { defineAgent, reviseAgent } from './define-agent.ts';
import { grantLeave, withdrawLeave } from './grant-leave.ts';
import { retireAgent, returnAgent } from './retire-agent.ts';
import { type DefinedAgent, loadOf, type SupportAgent, supportAgent } from './support-agent.ts';
import { letGo, type TakeOn, takeOn } from './take-on.ts';

const given = scenario(supportAgent);
const agentId = 'ada';
const content = agentContent();
const after = (...past: SupportAgentEvent[]) =>
  past.reduce(supportAgent.evolve, supportAgent.initial);
const skillTwice = agentContent({
  skills: [
    { skill: 'printers', level: 3 },
    { skill: 'printers', level: 4 },
  ],
});

describe('define an agent', () => {
  const define = { agentId, content, at: moment('08:00') };

  it('keeps what is laid down; it is away until it comes', () => {
    given()
      .when((agent) => defineAgent(agent, define))
      .thenEmits(agentDefined());
    expect(after(agentDefined())).toMatchObject({ ...content, presence: 'away', work: [] });
  });

  it('refuses the same one twice', () => {
    given(agentDefined())
      .when((agent) => defineAgent(agent, define))
      .thenRefuses('support-agent-already-defined');
  });

  it.each([
    { verb: 'define', past: [], decide: defineAgent },
    { verb: 'revise', past: [agentDefined()], decide: reviseAgent },
  ])('refuses to $verb one with a skill that is named twice', ({ past, decide }) => {
    given(...past)
      .when((agent) => decide(agent, { ...define, content: skillTwice }))
      .thenRefuses('support-agent-skill-twice');
  });

  it('is revised, and keeps where it is and what it holds', () => {
    const slower = agentContent({ capacityUnits: 1 });
    const past = [agentDefined(), presenceChanged('09:00', 'present'), tookOn('09:10')];
    const revised: SupportAgentEvent = {
      type: 'SupportAgentRevised',
      data: { agentId, content: slower, at: at('10:00') },
    };
    given(...past)
      .when((agent) => reviseAgent(agent, { agentId, content: slower, at: moment('10:00') }))
      .thenEmits(revised);
    expect(after(...past, revised)).toMatchObject({
      capacityUnits: 1,
      presence: 'present',
      work: [{ ticketId: 't-1' }],
    });
  });
});

describe('the presence of an agent', () => {
  const defined = agentDefined();
  const ofTwo = agentDefined({ desks: [callCentre, experts] });
  const come = { agentId, presence: 'present', at: moment('09:00') } as const;

  it.each([
    { what: 'at its only desk', past: [defined], desk: undefined },
    { what: 'at the desk that it names', past: [ofTwo], desk: callCentre },
  ])('begins $what', ({ past, desk }) => {
    given(...past)
      .when((agent) => changePresence(agent, { ...come, desk }))
      .thenEmits(presenceChanged('09:00', 'present'));
  });

  it('changes nothing when it is said again', () => {
    given(defined, presenceChanged('08:30', 'present'))
      .when((agent) => changePresence(agent, come))
      .thenNothing();
  });

  it('stays at its desk while it is busy, and leaves it when it goes', () => {
    given(ofTwo, presenceChanged('08:30', 'present'))
      .when((agent) => changePresence(agent, { ...come, presence: 'busy' }))
      .thenEmits(presenceChanged('09:00', 'busy'));
    given(ofTwo, presenceChanged('08:30', 'present'))
      .when((agent) => changePresence(agent, { ...come, presence: 'away' }))
      .thenEmits(presenceChanged('09:00', 'away'));
    expect(
      after(ofTwo, presenceChanged('08:30', 'present'), presenceChanged('09:00', 'away')),
    ).toMatchObject({ presence: 'away', desk: undefined });
  });

  it.each([
    { what: 'nobody', past: [], desk: callCentre, code: 'support-agent-not-found' },
    { what: 'one at no desk', past: [ofTwo], desk: undefined, code: 'support-agent-desk-missing' },
    {
      what: 'one at a desk that it does not serve',
      past: [defined],
      desk: experts,
      code: 'support-agent-desk-not-served',
    },
    {
      what: 'one in two places',
      past: [ofTwo, presenceChanged('08:30', 'present')],
      desk: experts,
      code: 'support-agent-in-two-places',
    },
  ])('refuses $what', ({ past, desk, code }) => {
    given(...past)
      .when((agent) => changePresence(agent, { ...come, desk }))
      .thenRefuses(code);
  });

  it('lets it come to another desk once it has left the first', () => {
    given(ofTwo, presenceChanged('08:30', 'present'), presenceChanged('08:40', 'away'))
      .when((agent) => changePresence(agent, { ...come, desk: experts }))
      .thenEmits(presenceChanged('09:00', 'present', { desk: experts as never }));
  });
});

describe('idleness', () => {
  const there = [agentDefined(), presenceChanged('08:30', 'present')];

  it.each([
    { what: 'it came', past: there, since: '08:30' },
    { what: 'it was given something', past: [...there, tookOn('09:00')], since: '09:00' },
    {
      what: 'it came, and not since it was busy',
      past: [...there, presenceChanged('09:00', 'busy'), presenceChanged('09:10', 'present')],
      since: '08:30',
    },
  ])('begins when $what', ({ past, since }) => {
    expect(after(...past)).toMatchObject({ idleSince: at(since) });
  });
});

describe('leave', () => {
  const morning = leaveGranted('l-1', '09:00', '12:00');
  const leave = { agentId, leaveId: 'l-2', at: moment('08:00') };

  it.each([
    ['after another', '12:00', '13:00'],
    ['before another', '08:00', '09:00'],
  ])('is granted right %s', (_when, from, to) => {
    given(agentDefined(), morning)
      .when((agent) => grantLeave(agent, { ...leave, from: at(from), to: at(to) }))
      .thenEmits(leaveGranted('l-2', from, to));
  });

  it.each([
    { what: 'within another', from: '10:00', to: '11:00', code: 'support-agent-leave-overlaps' },
    { what: 'around another', from: '08:00', to: '13:00', code: 'support-agent-leave-overlaps' },
    { what: 'into another', from: '08:00', to: '09:01', code: 'support-agent-leave-overlaps' },
    { what: 'out of another', from: '11:59', to: '13:00', code: 'support-agent-leave-overlaps' },
    { what: 'that is none', from: '13:00', to: '13:00', code: 'support-agent-leave-empty' },
  ])('is refused $what', ({ from, to, code }) => {
    given(agentDefined(), morning)
      .when((agent) => grantLeave(agent, { ...leave, from: at(from), to: at(to) }))
      .thenRefuses(code);
  });

  it('is refused under an id that another has', () => {
    const again = { ...leave, leaveId: 'l-1', from: at('13:00'), to: at('14:00') };
    given(agentDefined(), morning)
      .when((agent) => grantLeave(agent, again))
      .thenRefuses('support-agent-leave-twice');
  });

  it('is remembered until it is over', () => {
    const ids = (...past: SupportAgentEvent[]) => {
      const { leaves } = after(agentDefined(), ...past) as DefinedAgent;
      return leaves.map(({ leaveId }) => leaveId);
    };
    const next = leaveGranted('l-2', '12:00', '13:00');
    expect(ids(leaveGranted('l-1', '07:00', '08:00'), next)).toEqual(['l-2']);
    expect(ids(leaveGranted('l-1', '07:00', '08:01'), next)).toEqual(['l-1', 'l-2']);
  });

  it('is withdrawn, once', () => {
    const withdrawn: SupportAgentEvent = {
      type: 'SupportAgentLeaveWithdrawn',
      data: { agentId, leaveId: 'l-1', at: at('08:00') },
    };
    const withdraw = { ...leave, leaveId: 'l-1' };
    given(agentDefined(), morning)
      .when((agent) => withdrawLeave(agent, withdraw))
      .thenEmits(withdrawn);
    given(agentDefined(), morning, withdrawn)
      .when((agent) => withdrawLeave(agent, withdraw))
      .thenRefuses('support-agent-leave-not-found');
  });
});

const returned: SupportAgentEvent = {
  type: 'SupportAgentReturned',
  data: { agentId, at: at('12:00') },
};

describe('retirement', () => {
  const there = [agentDefined(), presenceChanged('08:30', 'present')];
  const gone = [...there, agentRetired('10:00')];
  const on = { agentId, at: moment('12:00') };

  it('takes an agent from its desk, and keeps all else that is known of it', () => {
    given(...there)
      .when((agent) => retireAgent(agent, { agentId, at: moment('10:00') }))
      .thenEmits(agentRetired('10:00'));
    const { desk, ...retired } = after(...gone) as DefinedAgent;
    expect(desk).toBeUndefined();
    expect(retired).toMatchObject({ ...content, status: 'retired', presence: 'away' });
  });

  it('is over when it returns, and then it is away until it comes', () => {
    given(...gone)
      .when((agent) => returnAgent(agent, on))
      .thenEmits(returned);
    expect(after(...gone, returned)).toMatchObject({ status: 'defined', presence: 'away' });
    given(...gone, returned)
      .when((agent) => changePresence(agent, { ...on, presence: 'present' }))
      .thenEmits(presenceChanged('12:00', 'present'));
  });

  const retire = (agent: SupportAgent) => retireAgent(agent, on);
  const comeBack = (agent: SupportAgent) => returnAgent(agent, on);
  const leave = { ...on, leaveId: 'l-1', from: at('13:00'), to: at('14:00') };

  it.each<{
    what: string;
    past: SupportAgentEvent[];
    decide: (agent: SupportAgent) => SupportAgentEvent[];
    why: string;
  }>([
    { what: 'to retire nobody', past: [], decide: retire, why: 'not-found' },
    { what: 'to retire one twice', past: gone, decide: retire, why: 'retired' },
    {
      what: 'to retire one with tickets in its hands',
      past: [...there, tookOn('09:00')],
      decide: retire,
      why: 'holds-tickets',
    },
    { what: 'the return of one who never went', past: there, decide: comeBack, why: 'not-retired' },
    { what: 'the return of nobody', past: [], decide: comeBack, why: 'not-found' },
    {
      what: 'other skills for one who went',
      past: gone,
      decide: (agent) => reviseAgent(agent, { ...on, content }),
      why: 'retired',
    },
    {
      what: 'the presence of one who went',
      past: gone,
      decide: (agent) => changePresence(agent, { ...on, presence: 'present' }),
      why: 'retired',
    },
    {
      what: 'leave for one who went',
      past: gone,
      decide: (agent) => grantLeave(agent, leave),
      why: 'retired',
    },
    {
      what: 'another in the place of one who went',
      past: gone,
      decide: (agent) => defineAgent(agent, { ...on, content }),
      why: 'already-defined',
    },
  ])('refuses $what', ({ past, decide, why }) => {
    given(...past)
      .when(decide)
      .thenRefuses(`support-agent-${why}`);
  });
});

describe('take on a ticket', () => {
  const take: TakeOn = {
    agentId,
    holdingId: 'h-1',
    ticketId: 't-1',
    accountId: 'acme',
    desk: callCentre,
    channel: 'web',
    skills: [],
    givenBackBy: [],
    isClaim: false,
    isInHours: true,
    at: moment('10:00'),
  };
  const there = presenceChanged('08:30', 'present');
  const printers = [{ skill: 'printers', minLevel: 5 }];
  const expert = (changes: Partial<SupportAgentContent['skills'][number]>) =>
    agentDefined({ skills: [{ skill: 'printers', level: 5, ...changes }] });

  it.each([
    ['web', 1],
    ['chat', 2],
    ['phone', 4],
  ] as const)('takes by %s %i of its units', (channel, weight) => {
    given(agentDefined(), there)
      .when((agent) => takeOn(agent, { ...take, channel }))
      .thenEmits(tookOn('10:00', { channel, weight }));
  });

  it('may take something by itself while it is busy', () => {
    given(agentDefined(), presenceChanged('08:30', 'busy'))
      .when((agent) => takeOn(agent, { ...take, isClaim: true }))
      .thenEmits(tookOn('10:00'));
  });

  it('takes something on from the moment on that its leave ends', () => {
    given(agentDefined(), there, leaveGranted('l-1', '09:00', '10:00'))
      .when((agent) => takeOn(agent, take))
      .thenEmits(tookOn('10:00'));
  });

  it('may change its mind about what it has given back', () => {
    given(agentDefined(), there)
      .when((agent) => takeOn(agent, { ...take, givenBackBy: ['ada'], isClaim: true }))
      .thenEmits(tookOn('10:00'));
  });

  it('takes what it can do as well as is wanted', () => {
    given(expert({ validUntil: at('10:01') }), there)
      .when((agent) => takeOn(agent, { ...take, skills: printers }))
      .thenEmits(tookOn('10:00'));
  });

  const full = tookOn('09:00', { holdingId: 'h-0', channel: 'phone', weight: 4 });
  it.each([
    { what: 'who is not there', past: [], why: 'not-found' },
    {
      what: 'who was retired',
      past: [agentDefined(), there, agentRetired('09:00')],
      why: 'retired',
    },
    { what: 'who is away', past: [agentDefined()], why: 'away' },
    {
      what: 'at another desk',
      past: [agentDefined({ desks: [callCentre, experts] }), there],
      change: { desk: experts },
      why: 'at-another-desk',
    },
    {
      what: 'who does not serve the desk',
      past: [agentDefined(), there],
      change: { desk: experts },
      why: 'desk-not-served',
    },
    { what: 'who is busy', past: [agentDefined(), presenceChanged('08:30', 'busy')], why: 'busy' },
    {
      what: 'out of its hours',
      past: [agentDefined(), there],
      change: { isInHours: false },
      why: 'out-of-hours',
    },
    {
      what: 'on leave',
      past: [agentDefined(), there, leaveGranted('l-1', '10:00', '11:00')],
      why: 'on-leave',
    },
    {
      what: 'who lacks a skill',
      past: [agentDefined(), there],
      change: { skills: printers },
      why: 'skill-missing',
    },
    {
      what: 'who is not skilled enough',
      past: [expert({ level: 4 }), there],
      change: { skills: printers },
      why: 'skill-missing',
    },
    {
      what: 'whose skill has expired',
      past: [expert({ validUntil: at('10:00') }), there],
      change: { skills: printers },
      why: 'skill-missing',
    },
    {
      what: 'who has given it back',
      past: [agentDefined(), there],
      change: { givenBackBy: ['ada'] },
      why: 'gave-it-back',
    },
    {
      what: 'who has enough of the channel',
      past: [agentDefined({ limits: { web: 1 } }), there, tookOn('09:00', { holdingId: 'h-0' })],
      why: 'channel-full',
    },
    { what: 'who has no room', past: [agentDefined(), there, full], why: 'capacity-used-up' },
  ])('refuses one $what', ({ past, change, why }) => {
    given(...past)
      .when((agent) => takeOn(agent, { ...take, ...change }))
      .thenRefuses(`support-agent-${why}`);
  });

  it('lets go of one holding and no other, once', () => {
    const past = [agentDefined(), there, tookOn('09:00'), tookOn('09:10', { holdingId: 'h-2' })];
    const command = { holdingId: 'h-1', at: moment('10:00') };
    given(...past)
      .when((agent) => letGo(agent, command))
      .thenEmits(letGoOf('10:00'));
    given(...past, letGoOf('10:00'))
      .when((agent) => letGo(agent, command))
      .thenNothing();
    const agent = after(...past, letGoOf('10:00'));
    expect(agent).toMatchObject({ work: [{ holdingId: 'h-2' }] });
    expect(agent.status === 'defined' && loadOf(agent)).toBe(1);
  });

  it('never has more than it can, in whatever order it takes on and lets go', () => {
    const channels = ['mail', 'web', 'chat', 'phone'] as const;
    const anyDeed = fc.record({
      holdingId: fc.nat(5).map(String),
      channel: fc.constantFrom(...channels),
      isLetGo: fc.boolean(),
    });
    const tryTo = (decide: () => SupportAgentEvent[]): SupportAgentEvent[] => {
      try {
        return decide();
      } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
      }
    };
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
        let agent = after(agentDefined({ limits: { mail: 2 } }), there);
        for (const { isLetGo, ...deed } of deeds) {
          const decide = () =>
            isLetGo ? letGo(agent, { ...deed, at: take.at }) : takeOn(agent, { ...take, ...deed });
          agent = tryTo(decide).reduce(supportAgent.evolve, agent);
          const { work } = agent as DefinedAgent;
          expect(loadOf({ work })).toBeLessThanOrEqual(4);
          expect(work.filter(({ channel }) => channel === 'mail').length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('emits only events the contracts accept', () => {
    const events = [
      agentDefined(),
      there,
      presenceChanged('09:00', 'away'),
      leaveGranted('l-1', '09:00', '10:00'),
      tookOn('09:00'),
      letGoOf('10:00'),
      agentRetired('11:00'),
      returned,
    ];
    for (const event of events)
      expect(supportAgentNoun.events.find(({ type }) => type === event.type)?.parse(event)).toEqual(
        event,
      );
  });
});
