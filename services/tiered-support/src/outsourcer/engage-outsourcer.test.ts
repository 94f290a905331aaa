import { outsourcerNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { officeHours } from '../fixtures/hours.ts';
import { agreement, deactivated, engaged, mia, reactivated } from '../fixtures/outsourcer-past.ts';
import { at, moment } from '../fixtures/ticket-past.ts';
import { deactivateOutsourcer, reactivateOutsourcer } from './deactivate-outsourcer.ts';
import { assignOutsourcerOwner, engageOutsourcer, reviseOutsourcer } from './engage-outsourcer.ts';
import { outsourcer, requireActive } from './outsourcer.ts';

const given = scenario(outsourcer);
const on = { outsourcerId: 'd-1', at: moment('08:00') };
const engage = { ...on, seniorOwner: mia, content: agreement() };
const ben = { userId: 'ben', level: 'director' } as const;
const assigned = {
  type: 'OutsourcerOwnerAssigned',
  data: { outsourcerId: 'd-1', seniorOwner: ben, formerOwner: mia, at: at('08:00') },
} as const;
const revision = { content: agreement({ lagLimitMinutes: 5 }), hours: officeHours() };
const revised = {
  type: 'OutsourcerRevised',
  data: { outsourcerId: 'd-1', ...revision, at: at('08:00') },
} as const;

describe('an outsourced desk', () => {
  it.each(['senior', 'director'] as const)('R105: is run by somebody who is %s', (level) => {
    const seniorOwner = { userId: 'mia', level };
    given()
      .when((state) => engageOutsourcer(state, { ...engage, seniorOwner }))
      .thenEmits(engaged({ seniorOwner }));
  });

  it.each(['assistant', 'account-manager'] as const)('R105: is not run by an %s', (level) => {
    const seniorOwner = { userId: 'tim', level };
    given()
      .when((state) => engageOutsourcer(state, { ...engage, seniorOwner }))
      .thenRefuses('outsourcer-owner-not-senior');
    given(engaged())
      .when((state) => assignOutsourcerOwner(state, { ...on, seniorOwner }))
      .thenRefuses('outsourcer-owner-not-senior');
  });

  it('R105: passes from one senior to the next without a gap', () => {
    given(engaged())
      .when((state) => assignOutsourcerOwner(state, { ...on, seniorOwner: ben }))
      .thenEmits(assigned);
    const state = [engaged(), assigned].reduce(outsourcer.evolve, outsourcer.initial);
    expect(state).toMatchObject({ seniorOwner: ben, status: 'active' });
  });

  it('is held to what was agreed last', () => {
    given(engaged())
      .when((state) => reviseOutsourcer(state, { ...on, ...revision }))
      .thenEmits(revised);
    const former = engaged({ content: agreement({ calendarId: 'office' }) });
    const state = [former, revised].reduce(outsourcer.evolve, outsourcer.initial);
    expect(state).toMatchObject({ ...revision.content, hours: revision.hours });
    expect(state).toHaveProperty('calendarId', undefined);
  });

  it('is left, and taken back', () => {
    given(engaged())
      .when((state) => deactivateOutsourcer(state, on))
      .thenEmits(deactivated('08:00'));
    given(engaged(), deactivated('07:00'))
      .when((state) => reactivateOutsourcer(state, on))
      .thenEmits(reactivated('08:00'));
  });

  const nothing = { code: 'outsourcer-not-found', past: [] };
  const left = [engaged(), deactivated('07:00')];

  it.each([
    {
      what: 'to be engaged twice',
      code: 'outsourcer-already-engaged',
      past: [engaged()],
      decide: engageOutsourcer,
    },
    { what: 'to be revised before it is there', ...nothing, decide: reviseOutsourcer },
    { what: 'another owner before it is there', ...nothing, decide: assignOutsourcerOwner },
    { what: 'to be left before it is there', ...nothing, decide: deactivateOutsourcer },
    { what: 'to be taken back before it is there', ...nothing, decide: reactivateOutsourcer },
    {
      what: 'the owner that it has',
      code: 'outsourcer-owner-unchanged',
      past: [engaged()],
      decide: assignOutsourcerOwner,
    },
    {
      what: 'to be left twice',
      code: 'outsourcer-deactivated',
      past: left,
      decide: deactivateOutsourcer,
    },
    {
      what: 'to be taken back while it works for us',
      code: 'outsourcer-active',
      past: [engaged()],
      decide: reactivateOutsourcer,
    },
  ])('is refused $what', ({ past, decide, code }) => {
    given(...past)
      .when((state) => decide(state, engage))
      .thenRefuses(code);
  });

  it.each([
    { what: 'is unknown', past: [], code: 'outsourcer-not-found' },
    { what: 'was left', past: left, code: 'outsourcer-deactivated' },
  ])('R105: has nothing taken from it when it $what', ({ past, code }) => {
    given(...past)
      .when((state) => {
        requireActive(state, 'd-1');
        return [];
      })
      .thenRefuses(code);
  });

  it.each([engaged(), assigned, revised, deactivated('08:00'), reactivated('08:00')])(
    'tells $type as its contract says',
    (event) => {
      const contract = outsourcerNoun.events.find(({ type }) => type === event.type);
      expect(contract?.parse(event)).toEqual(event);
    },
  );
});
