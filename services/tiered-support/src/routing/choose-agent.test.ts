import fc from 'fast-check';
import { candidate, leaveGranted, presenceChanged, tookOn } from '../fixtures/agents.ts';
import { at, callCentre, experts, moment } from '../fixtures/ticket-past.ts';
import type { Candidate, Wanted } from '../support-agent/left-out.ts';
import { chooseAgent } from './choose-agent.ts';

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  desk: callCentre,
  channel: 'web',
  skills: [],
  givenBackBy: [],
  isClaim: false,
  at: moment('10:00'),
  ...changes,
});
const nobodyKnown = { known: [] };

const holding = (agentId: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    tookOn('08:40', { agentId, holdingId: `${agentId}-${index}` }),
  );

describe('choose an agent', () => {
  it.each([
    {
      rule: 'the only one who can',
      candidates: [
        candidate('ada'),
        candidate('ben', {}, presenceChanged('09:00', 'away', { agentId: 'ben' })),
      ],
      favoured: nobodyKnown,
      chosen: 'ada',
      why: 'the-only-one',
    },
    {
      rule: 'R80: whom the customer knows, however much they have in hand',
      candidates: [
        candidate('ada', { segments: ['large'] }),
        candidate('ben', {}, ...holding('ben', 3)),
      ],
      favoured: { known: ['cleo', 'ben'], segment: 'large' },
      chosen: 'ben',
      why: 'known-to-the-customer',
    },
    {
      rule: 'R80: whom the customer knows best of those whom it knows',
      candidates: [candidate('ada'), candidate('ben')],
      favoured: { known: ['ben', 'ada'] },
      chosen: 'ben',
      why: 'known-to-the-customer',
    },
    {
      rule: 'R103: a specialist of the segment before those who have more room',
      candidates: [
        candidate('ada'),
        candidate('ben', { segments: ['large'] }, ...holding('ben', 3)),
      ],
      favoured: { known: [], segment: 'large' },
      chosen: 'ben',
      why: 'specialist-of-the-segment',
    },
    {
      rule: 'whoever has the most room for its size',
      candidates: [
        candidate('ada', { capacityUnits: 10 }, ...holding('ada', 5)),
        candidate('ben', {}, ...holding('ben', 1)),
      ],
      favoured: nobodyKnown,
      chosen: 'ben',
      why: 'most-available',
    },
    {
      rule: 'whoever was given nothing for longest',
      candidates: [
        candidate('ada', {}, tookOn('09:00', { agentId: 'ada' })),
        candidate('ben', {}, tookOn('08:50', { agentId: 'ben' })),
      ],
      favoured: nobodyKnown,
      chosen: 'ben',
      why: 'longest-idle',
    },
    {
      rule: 'the first by id where nothing else tells them apart',
      candidates: [candidate('ben'), candidate('ada')],
      favoured: nobodyKnown,
      chosen: 'ada',
      why: 'first-by-id',
    },
  ])('takes $rule', ({ candidates, favoured, chosen, why }) => {
    expect(chooseAgent(candidates, wanted(), favoured)).toMatchObject({ agentId: chosen, why });
  });

  const away = candidate('ada', {}, presenceChanged('09:00', 'away'));
  const closed: Candidate = { ...candidate('ben'), isInHours: false, opensAt: at('13:00') };
  const onLeave = candidate('cleo', {}, leaveGranted('l-1', '09:00', '12:00', 'cleo'));
  const full = candidate('dora', { capacityUnits: 1 }, ...holding('dora', 1));

  it.each([
    { who: 'nobody at all', candidates: [], reason: 'nobody-serves-the-desk' },
    {
      who: 'those of another desk',
      candidates: [candidate('eve', { desks: [experts] })],
      reason: 'nobody-serves-the-desk',
    },
    { who: 'one who is away', candidates: [away], reason: 'away' },
    { who: 'one whose hours come', candidates: [away, closed], reason: 'out-of-hours' },
    { who: 'one who comes back', candidates: [away, closed, onLeave], reason: 'on-leave' },
    {
      who: 'one who has no room',
      candidates: [away, full, closed, onLeave],
      reason: 'capacity-used-up',
    },
  ])('says of $who how near they came', ({ candidates, reason }) => {
    expect(chooseAgent(candidates, wanted(), nobodyKnown)).toMatchObject({ reason });
  });

  it('tells of everybody of the desk why it is not them', () => {
    const candidates = [full, onLeave, closed, away, candidate('eve', { desks: [experts] })];
    expect(chooseAgent(candidates, wanted(), nobodyKnown).considered).toEqual([
      { agentId: 'ada', leftOut: 'away' },
      { agentId: 'ben', leftOut: 'out-of-hours' },
      { agentId: 'cleo', leftOut: 'on-leave' },
      { agentId: 'dora', leftOut: 'capacity-used-up' },
    ]);
  });

  it('tells by what the others were compared', () => {
    const candidates = [candidate('ben', { segments: ['large'] }, ...holding('ben', 3)), away];
    const { considered } = chooseAgent(candidates, wanted(), { known: ['ben'], segment: 'large' });
    expect(considered).toEqual([
      {
        agentId: 'ben',
        known: 0,
        isSpecialist: true,
        freeUnits: 1,
        capacityUnits: 4,
        idleSince: at('08:40'),
      },
      { agentId: 'ada', leftOut: 'away' },
    ]);
  });

  it.each([
    { what: 'somebody opens', candidates: [closed, away], nextDropAt: undefined, next: '13:00' },
    { what: 'a leave ends', candidates: [closed, onLeave], nextDropAt: undefined, next: '12:00' },
    { what: 'skills are given up', candidates: [closed], nextDropAt: at('10:05'), next: '10:05' },
  ])('says that it is tried again when $what', ({ candidates, nextDropAt, next }) => {
    expect(chooseAgent(candidates, wanted(), { known: [], nextDropAt })).toMatchObject({
      nextRoutingAt: at(next),
    });
  });
});

const anyCandidate = fc
  .record({
    agentId: fc.constantFrom('ada', 'ben', 'cleo', 'dora', 'eve'),
    capacityUnits: fc.integer({ min: 1, max: 6 }),
    held: fc.integer({ min: 0, max: 6 }),
    limit: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    segments: fc.subarray(['large', 'small']),
    skills: fc.subarray([{ skill: 'printers', level: 5 }]),
    desk: fc.constantFrom(callCentre, experts),
    presence: fc.constantFrom('present' as const, 'busy' as const, 'away' as const),
    isInHours: fc.boolean(),
  })
  .map(({ agentId, held, limit, desk, presence, isInHours, ...changes }) => {
    const limits = limit === undefined ? {} : { web: limit };
    const { agent } = candidate(
      agentId,
      { ...changes, limits, desks: [desk] },
      presenceChanged('09:00', presence, { agentId, desk: desk as typeof callCentre }),
      ...holding(agentId, held),
    );
    return { agent, isInHours };
  });
const anyTeam = fc.uniqueArray(anyCandidate, { selector: ({ agent }) => agent.agentId });
const anyWanted = fc
  .record({
    channel: fc.constantFrom('mail' as const, 'web' as const, 'chat' as const, 'phone' as const),
    skills: fc.subarray([{ skill: 'printers', minLevel: 5 }]),
  })
  .map(wanted);
const anyFavoured = fc.record({
  known: fc.shuffledSubarray(['ada', 'ben', 'cleo', 'dora', 'eve']),
  segment: fc.constantFrom(undefined, 'large', 'small'),
});

describe('any choice', () => {
  const shuffled = anyTeam.chain((team) =>
    fc.tuple(fc.constant(team), fc.shuffledSubarray(team, { minLength: team.length })),
  );

  it('is the same in whatever order they come', () => {
    fc.assert(
      fc.property(shuffled, anyWanted, anyFavoured, ([team, others], ask, favoured) => {
        expect(chooseAgent(others, ask, favoured)).toEqual(chooseAgent(team, ask, favoured));
      }),
    );
  });

  it('is one who is there, can do it and has room for it, as long as there is one', () => {
    fc.assert(
      fc.property(anyTeam, anyWanted, anyFavoured, (team, ask, favoured) => {
        const can = team.filter(({ agent, isInHours }) => {
          const load = agent.work.reduce((sum, { weight }) => sum + weight, 0);
          const ofChannel = agent.work.filter(({ channel }) => channel === ask.channel).length;
          return (
            isInHours &&
            agent.presence === 'present' &&
            agent.desk?.team === ask.desk.team &&
            ask.skills.every(({ skill }) => agent.skills.some((own) => own.skill === skill)) &&
            ofChannel < (agent.limits[ask.channel] ?? Number.POSITIVE_INFINITY) &&
            load + agent.weights[ask.channel] <= agent.capacityUnits
          );
        });
        const { agentId } = chooseAgent(team, ask, favoured);
        if (can.length === 0) expect(agentId).toBeUndefined();
        else expect(can.map(({ agent }) => agent.agentId)).toContain(agentId);
      }),
    );
  });

  it('never passes over one whom the customer knows better', () => {
    fc.assert(
      fc.property(anyTeam, anyWanted, anyFavoured, (team, ask, favoured) => {
        const { agentId, considered } = chooseAgent(team, ask, favoured);
        const able = considered.filter(({ leftOut }) => leftOut === undefined);
        const best = favoured.known.find((known) => able.some((one) => one.agentId === known));
        if (best !== undefined) expect(agentId).toBe(best);
      }),
    );
  });
});
