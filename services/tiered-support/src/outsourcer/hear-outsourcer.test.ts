import { type OutsourcerEvent, outsourcerNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { officeHours } from '../fixtures/hours.ts';
import {
  agreement,
  cameLate,
  caughtUp,
  deactivated,
  engaged,
  fellSilent,
  heard,
  line,
  reactivated,
} from '../fixtures/outsourcer-past.ts';
import { at, moment } from '../fixtures/ticket-past.ts';
import { hearOutsourcer, noticeSilence } from './hear-outsourcer.ts';
import { type Outsourcer, outsourcer } from './outsourcer.ts';

const given = scenario(outsourcer);
const after = (...past: OutsourcerEvent[]): Outsourcer =>
  past.reduce(outsourcer.evolve, outsourcer.initial);
const open = { became: 'open' } as const;
const settled = { became: 'settled' } as const;

describe('a line of an outsourced desk', () => {
  it('R105: is measured from when it happened until it came', () => {
    given(engaged())
      .when((state) => hearOutsourcer(state, line('09:00', '09:20', open)))
      .thenEmits(heard('09:00', '09:20', open));
    expect(heard('09:00', '09:20')).toMatchObject({ data: { lagSeconds: 1_200, isLate: false } });
  });

  it('that comes before it happened, by the clocks, has no lag', () => {
    given(engaged())
      .when((state) => hearOutsourcer(state, line('09:01', '09:00')))
      .thenEmits(heard('09:01', '09:00', { lagSeconds: 0 }));
  });

  it.each([
    { what: 'in time', came: '10:00', past: [], told: [] },
    { what: 'too late', came: '10:01', past: [], told: [cameLate('10:01')] },
    { what: 'too late again', came: '10:01', past: [cameLate('09:30')], told: [] },
    {
      what: 'in time at last',
      came: '09:59',
      past: [cameLate('09:30')],
      told: [caughtUp('09:59')],
    },
  ])('R105: that comes $what says whether the desk keeps up', ({ came, past, told }) => {
    given(engaged(), ...past)
      .when((state) => hearOutsourcer(state, line('09:00', came)))
      .thenEmits(heard('09:00', came), ...told);
  });

  it.each([
    { what: 'late', happened: '08:00', past: [] },
    { what: 'in time', happened: '09:20', past: [cameLate('09:45')] },
  ])(
    'that came $what, but before what was heard already, changes nothing',
    ({ happened, past }) => {
      given(engaged(), heard('09:40', '09:45'), ...past)
        .when((state) => hearOutsourcer(state, line(happened, '09:30')))
        .thenEmits(heard(happened, '09:30'));
    },
  );

  it('is late only by the hours of the desk', () => {
    // Shanghai is eight hours ahead: this desk is there from 01:00 to 10:00 in UTC, but for an hour at noon.
    const hours = officeHours();
    const told = (came: string, isLate: boolean) =>
      given(engaged({ hours }))
        .when((state) => hearOutsourcer(state, line('03:30', came)))
        .thenEmits(heard('03:30', came, { isLate }), ...(isLate ? [cameLate(came)] : []));
    told('05:30', false);
    told('05:31', true);
  });

  it('that nobody asked for is none', () => {
    given()
      .when((state) => hearOutsourcer(state, line('09:00', '09:20')))
      .thenNothing();
  });

  it('of a desk that was left meanwhile is noted, and no more', () => {
    given(engaged(), deactivated('09:00'))
      .when((state) => hearOutsourcer(state, line('07:00', '10:00')))
      .thenEmits(heard('07:00', '10:00'));
  });
});

describe('the silence of an outsourced desk', () => {
  const talking = [engaged(), heard('09:00', '09:10', open)];

  it('R105: is told when it has lasted for too long with a case open', () => {
    expect(after(...talking)).toMatchObject({ openCases: 1, dueAt: '2026-03-02T10:10:00.001Z' });
    given(...talking)
      .when((state) => noticeSilence(state, moment('10:11')))
      .thenEmits(fellSilent('10:10'));
  });

  it.each([
    { what: 'it may last', past: talking, by: '10:10' },
    { what: 'nothing is open', past: [...talking, heard('09:20', '09:30', settled)], by: '23:00' },
    { what: 'nothing was ever told', past: [engaged()], by: '23:00' },
    { what: 'it was told already', past: [...talking, fellSilent('10:10')], by: '23:00' },
    { what: 'the desk was left', past: [...talking, deactivated('09:30')], by: '23:00' },
    { what: 'there is no desk', past: [], by: '23:00' },
  ])('says nothing while $what', ({ past, by }) => {
    given(...past)
      .when((state) => noticeSilence(state, moment(by)))
      .thenNothing();
  });

  it('is told first where a line comes after it, which ends it', () => {
    given(...talking)
      .when((state) => hearOutsourcer(state, line('11:00', '11:05')))
      .thenEmits(fellSilent('10:10'), heard('11:00', '11:05'), caughtUp('11:05'));
    expect(
      after(...talking, fellSilent('10:10'), heard('11:00', '11:05'), caughtUp('11:05')),
    ).toMatchObject({
      isBehind: false,
      dueAt: '2026-03-02T12:05:00.001Z',
    });
  });

  it('lasts from when the desk was taken back, not from when it was left', () => {
    const back = [...talking, deactivated('09:30'), reactivated('15:00')];
    expect(after(...back)).toMatchObject({ dueAt: '2026-03-02T16:00:00.001Z', isBehind: false });
  });

  it('lasts as long as was agreed last, from the latest line on', () => {
    const content = agreement({ lagLimitMinutes: 5 });
    const revised: OutsourcerEvent = {
      type: 'OutsourcerRevised',
      data: { outsourcerId: 'd-1', content, at: at('09:11') },
    };
    const late = heard('08:00', '08:30', { entry: 2 });
    expect(after(...talking, late, revised)).toMatchObject({
      lastHeardAt: at('09:10'),
      dueAt: '2026-03-02T09:15:00.001Z',
    });
  });

  it('counts only while the desk is there', () => {
    const hours = officeHours();
    const past = [engaged({ hours }), heard('09:30', '09:30', open)];
    // Half an hour of Monday is left, and Tuesday begins at 01:00 in UTC.
    expect(after(...past)).toMatchObject({ dueAt: '2026-03-03T01:30:00.001Z' });
  });
});

describe('what is heard of a desk', () => {
  it('comes to the same open cases and latest line in whatever order it is heard', () => {
    const told = [
      heard('09:00', '09:10', open),
      heard('09:20', '09:30', settled),
      heard('09:25', '09:35', { ticketId: 't-2', ...open }),
      heard('09:40', '09:50', { ticketId: 't-2' }),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
        (order) => {
          expect(after(engaged(), ...order)).toMatchObject({
            openCases: 1,
            lastHeardAt: at('09:50'),
          });
        },
      ),
    );
  });

  it.each([
    heard('09:00', '09:10', open),
    cameLate('09:00'),
    fellSilent('09:00'),
    caughtUp('09:00'),
  ])('is told as the contract of $type says', (event) => {
    const contract = outsourcerNoun.events.find(({ type }) => type === event.type);
    expect(contract?.parse(event)).toEqual(event);
  });
});
