import type { PlannedContact } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import {
  assigned,
  day,
  liveAt,
  mechanisms,
  opened,
  projectAfter,
  projectId,
  reviewed,
} from '../fixtures/operated-projects.ts';
import { communication, type HeldContact, type Plan, understanding } from './communication.ts';
import { holdContact } from './hold-contact.ts';
import { operatedProject } from './operated-project.ts';

const monthly: PlannedContact = { side: 'key-customer', with: 'head', everyWeeks: 4 };
const weekly: PlannedContact = { side: 'front-line', with: 'team', everyWeeks: 1 };
const since = (days: number, ...contacts: PlannedContact[]): Plan => ({
  from: day(days),
  contacts,
});
const held = (days: number, one: PlannedContact = monthly): HeldContact => ({
  contactId: `c-${days}`,
  side: one.side,
  with: one.with,
  at: day(days),
});
const until = (days: number, from = 0) => ({
  fromMs: Date.parse(day(from)),
  toMs: Date.parse(day(days)),
});
const over = (plans: Plan[], contacts: HeldContact[], days: number, from = 0) =>
  communication({ openedAt: liveAt }, plans, contacts, until(days, from));

describe('contacts that were planned and held', () => {
  it('R120: goes on after the solution went live, and counts what was planned and what was held', () => {
    const { windows, ...told } = over([since(0, monthly)], [held(3), held(60)], 85);
    expect(told).toEqual({ planned: 3, covered: 2, besides: 0, percent: 66, extent: 'limited' });
    expect(windows).toMatchObject([
      { from: day(0), to: day(28), state: 'covered', contactId: 'c-3' },
      { from: day(28), to: day(56), state: 'missed' },
      { from: day(56), to: day(84), state: 'covered', contactId: 'c-60' },
      { from: day(84), to: day(112), state: 'open' },
    ]);
  });

  it.each([
    { what: 'nothing is planned', plans: [], contacts: [held(1)], extent: 'none' },
    {
      what: 'nothing was held',
      plans: [since(0, monthly)],
      contacts: [],
      percent: 0,
      extent: 'none',
    },
    {
      what: 'all was held',
      plans: [since(0, monthly)],
      contacts: [held(1), held(29)],
      percent: 100,
      extent: 'full',
    },
  ])('are $extent where $what', ({ plans, contacts, percent, extent }) => {
    const told = over(plans, contacts, 56);
    expect([told.percent, told.extent]).toEqual([percent, extent]);
  });

  it('cover one window each', () => {
    const told = over([since(0, monthly)], [held(1), held(2), held(3)], 56);
    expect(told).toMatchObject({ planned: 2, covered: 1, besides: 2, percent: 50 });
  });

  it('cover what was planned with the same people only', () => {
    const told = over([since(0, monthly)], [held(1, weekly)], 28);
    expect(told).toMatchObject({ planned: 1, covered: 0, besides: 1 });
  });

  it('belong to the window that begins with them', () => {
    const told = over([since(0, monthly)], [held(28)], 56);
    expect(told.windows.map(({ state }) => state)).toEqual(['missed', 'covered']);
  });

  it('count by the plan of their time, and by the first one before there was any', () => {
    const daily = { ...monthly, everyWeeks: 1 };
    const told = over([since(20, monthly), since(56, daily)], [], 70);
    expect(told.windows.map(({ from }) => from)).toEqual([day(0), day(28), day(56), day(63)]);
  });

  it('cover one window each where those of two plans overlap', () => {
    const oftener = { ...monthly, everyWeeks: 1 };
    const told = over([since(0, monthly), since(14, oftener)], [held(15)], 28);
    expect(told.windows.map(({ to, state }) => [to, state])).toEqual([
      [day(21), 'covered'],
      [day(28), 'missed'],
      [day(28), 'missed'],
    ]);
  });

  it('are looked at for a part of the time, where that is asked for', () => {
    const told = over([since(0, monthly)], [held(3), held(30)], 57, 28);
    expect(told.windows.map(({ from, state }) => [from, state])).toEqual([
      [day(28), 'covered'],
      [day(56), 'open'],
    ]);
  });

  it('never come to more than was planned, and count each contact once', () => {
    const plan = fc.record({
      from: fc.integer({ min: 0, max: 100 }).map(day),
      contacts: fc.subarray([monthly, { ...monthly, everyWeeks: 1 }, weekly]),
    });
    const contact = fc
      .tuple(fc.integer({ min: -10, max: 210 }), fc.constantFrom(monthly, weekly))
      .map(([days, one]) => held(days, one));
    fc.assert(
      fc.property(
        fc.array(plan, { maxLength: 4 }),
        fc.array(contact, { maxLength: 40 }),
        fc.integer({ min: 0, max: 200 }),
        (plans, contacts, days) => {
          const inOrder = [...plans].sort((one, other) => (one.from < other.from ? -1 : 1));
          const unique = contacts.map((one, index) => ({ ...one, contactId: `c-${index}` }));
          const told = over(inOrder, unique, days);
          const used = told.windows.flatMap(({ contactId = [] }) => contactId);
          expect(new Set(used).size).toBe(used.length);
          expect(told.covered).toBe(used.length);
          expect(told.covered).toBeLessThanOrEqual(told.planned);
          expect(told.percent ?? 0).toBeLessThanOrEqual(100);
          for (const { state, from, to, contactId } of told.windows) {
            const at = unique.find((one) => one.contactId === contactId)?.at;
            if (state === 'covered') expect(at && at >= from && at < to).toBe(true);
          }
        },
      ),
    );
  });
});

describe('hold a contact', () => {
  const command = {
    projectId,
    contactId: 'c-1',
    side: 'key-customer',
    with: 'head',
    summary: 'All is well',
    at: new Date(day(2)),
  } as const;

  it('is a fact of the project, and a sign of life', () => {
    const { at: _, ...said } = command;
    scenario(operatedProject)(opened)
      .when((project) => holdContact(project, command))
      .thenEmits({ type: 'ProjectContactHeld', data: { ...said, accountId: 'acme', at: day(2) } });
    expect(projectAfter(...holdContact(projectAfter(), command)).heardAt).toBe(day(2));
  });

  it('is for a project that is there', () => {
    scenario(operatedProject)()
      .when((project) => holdContact(project, command))
      .thenRefuses('operated-project-not-found');
  });
});

describe('how far a project is understood', () => {
  it('R120: is partial at first, and says what is still to be found out', () => {
    expect(understanding(projectAfter())).toMatchObject({ level: 'partial' });
    expect(understanding(projectAfter()).missing).toHaveLength(5);
  });

  it('is full when all of it is known', () => {
    const customisation = { customisationId: 'c-1', what: 'Fax', interfaces: [], dependencies: [] };
    const about = { projectId, accountId: 'acme', at: day(1) };
    const known = projectAfter(
      assigned('ada'),
      { type: 'ProjectCustomisationRecorded', data: { ...about, customisation } },
      ...Object.values(mechanisms).map((one) => reviewed(one)),
    );
    expect(understanding(known)).toEqual({ level: 'full', missing: [] });
  });
});
