import { officeHours } from '../fixtures/hours.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

describe('calendars on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
  });
  afterAll(() => on.stop());

  const office = { calendarId: 'office', name: 'The office', hours: officeHours() };

  it('are defined, revised and read, and keep every revision', async () => {
    const { manager, agent } = on;
    expect(await manager.post('/v1/calendars', office)).toMatchObject({
      status: 201,
      body: { id: 'office', version: 1 },
    });
    const hours = officeHours({ holidays: ['2026-05-01'] });
    const revised = await manager.post('/v1/calendars/office/revisions', { hours });
    expect(revised).toMatchObject({ status: 200, body: { version: 2 } });

    const { body, headers } = await agent.get('/v1/calendars/office');
    expect(body).toMatchObject({ calendarId: 'office', name: 'The office', hours, version: 2 });
    expect(headers.get('etag')).toBe('"2"');
    expect((await agent.get('/v1/calendars')).body).toMatchObject({ items: [body] });
    expect((await agent.get('/v1/calendars/office/history')).body).toMatchObject({
      items: [
        { type: 'CalendarDefined', version: 1, data: { hours: office.hours }, actor: 'mia' },
        { type: 'CalendarRevised', version: 2, data: { hours } },
      ],
    });
  });

  it('are closed on days that are left out', async () => {
    const weekly = { monday: [{ from: '09:00', to: '12:00' }] };
    const named = { calendarId: 'mornings', name: 'Mornings', hours: { zone: 'UTC', weekly } };
    expect((await on.manager.post('/v1/calendars', named)).status).toBe(201);
    expect((await on.agent.get('/v1/calendars/mornings')).body).toMatchObject({
      hours: { weekly: { ...weekly, sunday: [] }, holidays: [] },
    });
  });

  it.each([
    ['no such zone', { zone: 'Mars/Olympus' }, 'calendar-zone-unknown'],
    ['a day that does not exist', { holidays: [{ date: '2026-02-30' }] }, 'malformed-request'],
    [
      'an hour that does not exist',
      { weekly: { monday: [{ from: '24:01', to: '24:02' }] } },
      'malformed-request',
    ],
    ['no hours at all', { weekly: {} }, 'calendar-never-open'],
  ])('are refused with %s, and nothing is kept', async (_what, change, code) => {
    const impossible = {
      ...office,
      calendarId: 'impossible',
      hours: { ...office.hours, ...change },
    };
    expect(await on.manager.post('/v1/calendars', impossible)).toMatchObject({
      status: 400,
      body: { code },
    });
    expect((await on.agent.get('/v1/calendars/impossible')).status).toBe(404);
  });

  it('take over the public holidays of a place', async () => {
    const holidays = '/v1/holidays?country=DE&state=BY&year=2026&language=de';
    const { items } = (await on.agent.get(holidays)).body as { items: { date: string }[] };
    expect(items).toContainEqual({ date: '2026-01-06', name: 'Heilige Drei Könige' });
    expect(items.map(({ date }) => date)).toContain('2026-04-06');
    const hours = { ...office.hours, holidays: items };
    const bavaria = { ...office, calendarId: 'bavaria', hours };
    expect((await on.manager.post('/v1/calendars', bavaria)).status).toBe(201);
  });

  it('tell of a holiday that begins in the middle of a day', async () => {
    const { body } = await on.agent.get('/v1/holidays?country=CN&year=2026');
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        { date: '2026-02-17', name: 'Spring Festival' },
        { date: '2026-03-08', name: expect.any(String), from: '12:00' },
      ]),
    });
  });

  it.each([
    'country=XX',
    'country=DE&state=XX',
    'country=DE&state=toString',
    'country=DE&region=X',
  ])('know no holidays of %s', async (place) => {
    expect(await on.agent.get(`/v1/holidays?${place}&year=2026`)).toMatchObject({
      status: 400,
      body: { code: 'calendar-place-unknown' },
    });
  });

  it.each([
    ['an agent', 'define', () => on.agent.post('/v1/calendars', office)],
    ['a customer', 'define', () => on.customer.post('/v1/calendars', office)],
    ['a customer', 'read', () => on.customer.get('/v1/calendars')],
  ])('are not for %s to %s', async (_who, _what, ask) => {
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });
});
