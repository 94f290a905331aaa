import {
  type SilenceEvent,
  SilenceNoticed,
  SilenceUnwatched,
  SilenceWatched,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { inShanghai } from '../fixtures/escalations.ts';
import { officeHours } from '../fixtures/hours.ts';
import { silence } from './silence.ts';
import { lookAtSilence, unwatchSilence, type WatchSilence, watchSilence } from './watch-silence.ts';

const given = scenario(silence);
const of = { silenceId: 's-1', ticketId: 't-1', policyId: 'quiet' };
const fact = (time: string) => ({ ...of, at: inShanghai(time).toISOString() });

const watched = (time: string, until: string): SilenceEvent => ({
  type: 'SilenceWatched',
  data: { ...fact(time), until: inShanghai(until).toISOString() },
});
const noticed = (time: string, since: string): SilenceEvent => ({
  type: 'SilenceNoticed',
  data: { ...fact(time), since: inShanghai(since).toISOString() },
});
const unwatched = (time: string): SilenceEvent => ({
  type: 'SilenceUnwatched',
  data: fact(time),
});

/** Two hours of the office in Shanghai are too long. */
const command = (time: string, since?: string): WatchSilence => ({
  ...of,
  ...{ minutes: 120, hours: officeHours(), at: inShanghai(time) },
  silentSince: since === undefined ? undefined : inShanghai(since).toISOString(),
});

describe('watch a silence', () => {
  it.each([
    { what: 'from the last word on', on: command('10:00', '10:00'), until: '12:00' },
    { what: 'over the lunch of the office', on: command('11:00', '11:00'), until: '14:00' },
    { what: "from now on, while it is the customer's turn", on: command('10:00'), until: '12:00' },
  ])('looks again when it will have been too long, $what', ({ on, until }) => {
    const time = on.at.getTime() === inShanghai('11:00').getTime() ? '11:00' : '10:00';
    given()
      .when((state) => watchSilence(state, on))
      .thenEmits(watched(time, until));
  });

  it('goes on where it is watched already', () => {
    given(watched('10:00', '12:00'))
      .when((state) => watchSilence(state, command('11:00', '11:00')))
      .thenNothing();
  });

  it('is put off where somebody may just be giving it up, who then leaves it alone', () => {
    const reopened = command('12:00', '12:00');
    given(watched('10:00', '12:00'))
      .when((state) => watchSilence(state, reopened))
      .thenEmits(watched('12:00', '15:00'));
    given(watched('10:00', '12:00'), watched('12:00', '15:00'))
      .when((state) => unwatchSilence(state, reopened))
      .thenNothing();
  });

  it('begins again after it was noticed, once somebody has spoken', () => {
    const past = [watched('10:00', '12:00'), noticed('12:00', '10:00')];
    given(...past)
      .when((state) => watchSilence(state, command('13:00', '10:00')))
      .thenNothing();
    given(...past)
      .when((state) => watchSilence(state, command('13:00', '13:00')))
      .thenEmits(watched('13:00', '15:00'));
  });

  it('begins again after nobody had to look any more', () => {
    given(watched('10:00', '12:00'), unwatched('11:00'))
      .when((state) => watchSilence(state, command('13:00', '13:00')))
      .thenEmits(watched('13:00', '15:00'));
  });

  it('does not watch what would take for ever', () => {
    const never = { ...command('10:00', '10:00'), hours: officeHours({ openings: [] }) };
    given()
      .when((state) => watchSilence(state, never))
      .thenNothing();
    given(watched('10:00', '12:00'))
      .when((state) => lookAtSilence(state, { ...never, at: inShanghai('12:00') }))
      .thenEmits(unwatched('12:00'));
  });
});

describe('look at a silence', () => {
  const past = watched('10:00', '12:00');

  it.each([
    { what: 'is left alone before its time', on: command('11:59', '10:00'), tells: [] },
    { what: 'is noticed', on: command('12:00', '10:00'), tells: [noticed('12:00', '10:00')] },
    {
      what: 'is put off, when somebody spoke meanwhile',
      on: command('12:00', '11:30'),
      tells: [watched('12:00', '14:30')],
    },
    {
      what: "is put off, while it is the customer's turn",
      on: command('12:00'),
      tells: [watched('12:00', '15:00')],
    },
  ])('$what', ({ on, tells }) => {
    given(past)
      .when((state) => lookAtSilence(state, on))
      .thenEmits(...tells);
  });

  it('notices it once', () => {
    given(past, noticed('12:00', '10:00'))
      .when((state) => lookAtSilence(state, command('18:00', '10:00')))
      .thenNothing();
  });
});

describe('unwatch a silence', () => {
  it('leaves nothing to look at', () => {
    given(watched('10:00', '12:00'))
      .when((state) => unwatchSilence(state, command('12:00')))
      .thenEmits(unwatched('12:00'));
    given(watched('10:00', '12:00'), unwatched('12:00'))
      .when((state) => unwatchSilence(state, command('12:00')))
      .thenNothing();
  });
});

describe('the facts of silences', () => {
  it.each([
    { contract: SilenceWatched, event: watched('10:00', '12:00') },
    { contract: SilenceNoticed, event: noticed('12:00', '10:00') },
    { contract: SilenceUnwatched, event: unwatched('12:00') },
  ])('fit the contract of $event.type', ({ contract, event }) => {
    expect(contract.parse(event)).toEqual(event);
  });
});
