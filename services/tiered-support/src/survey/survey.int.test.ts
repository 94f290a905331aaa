import { randomUUID } from 'node:crypto';
import { ContactAdded } from '@steward/contracts';
import { callerOf, eventRow, eventually, type TestCaller } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Seen {
  readonly surveyId: string;
  readonly ticketId: string;
  readonly status: string;
  readonly receiver?: { readonly kind: string; readonly id: string };
  readonly reason?: string;
}
interface History {
  readonly items: readonly { readonly type: string; readonly data: object }[];
}

const dayMs = 86_400_000;
const lastsLong = '60d';

describe('surveys on real servers', () => {
  /** What the services believe the time to be. */
  let aheadMs = 0;
  let on: RunningSupport;
  let agent: TestCaller;
  let manager: TestCaller;
  const customers = new Map<string, TestCaller>();

  const customer = async (subject: string, account = 'acme'): Promise<TestCaller> => {
    const known = customers.get(subject);
    const claims = { subject, roles: ['customer'] as const, account, expires: lastsLong };
    const caller =
      known ?? (await callerOf(on.service.url, { ...claims, roles: [...claims.roles] }));
    customers.set(subject, caller);
    return caller;
  };

  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs);
    // Two of them, so that they hear of the same facts and ring the same surveys.
    on = await runningSupport({ now, replicas: 2 });
    const { url } = on.service;
    agent = await callerOf(url, { subject: 'ada', roles: ['support-agent'], expires: lastsLong });
    manager = await callerOf(url, {
      subject: 'mia',
      roles: ['support-manager'],
      expires: lastsLong,
    });
  });
  afterAll(() => on.stop());

  const raise = async (who: TestCaller, accountId = 'acme'): Promise<string> => {
    const ticketId = randomUUID();
    const ticket = { ticketId, accountId, subject: 'No light' };
    expect((await who.post('/v1/tickets', ticket)).status).toBe(201);
    return ticketId;
  };
  const resolve = async (ticketId: string, body: object = {}) =>
    expect(
      await agent.post(`/v1/tickets/${ticketId}/resolution`, { resolution: 'Lamp', ...body }),
    ).toMatchObject({ status: 200 });
  const surveysOf = async (ticketId: string): Promise<Seen[]> =>
    ((await agent.get(`/v1/surveys?ticketId=${ticketId}`)).body as { items: Seen[] }).items;
  const surveysWith = (ticketId: string, ...statuses: string[]) =>
    eventually(
      () => surveysOf(ticketId),
      (surveys) =>
        JSON.stringify(surveys.map(({ status }) => status).sort()) ===
        JSON.stringify([...statuses].sort()),
    );
  const offeredTo = async (subject: string): Promise<Seen> => {
    const ticketId = await raise(await customer(subject));
    await resolve(ticketId);
    const [survey] = await surveysWith(ticketId, 'offered');
    if (!survey) throw new Error('No survey was offered');
    return survey;
  };
  const secretOf = async ({ surveyId }: Seen): Promise<string> =>
    ((await agent.get(`/v1/surveys/${surveyId}/link`)).body as { secret: string }).secret;
  const answer = async (who: TestCaller, { surveyId }: Seen, body: object) =>
    who.post(`/v1/surveys/${surveyId}/answers`, { score: 4, ...body });
  const allHeard = () =>
    eventually(
      async () =>
        on.replicas.flatMap((service) => [
          service.backlog().pending,
          ...Object.values(service.lag()),
        ]),
      (waiting) => waiting.every((messages) => messages === 0),
    );
  const historyOf = async (path: string) =>
    (await agent.get(`/v1/${path}/history`)).body as History;

  it('ask nobody before anybody has said that they should', async () => {
    const ticketId = await raise(await customer('early'));
    await resolve(ticketId);
    await allHeard();
    expect(await surveysOf(ticketId)).toEqual([]);

    const policy = { quietDays: 30, validDays: 14 };
    expect((await agent.post('/v1/survey-policies', policy)).status).toBe(403);
    expect((await manager.post('/v1/survey-policies', policy)).status).toBe(201);
    expect(await manager.post('/v1/survey-policies', policy)).toMatchObject({
      status: 409,
      body: { code: 'survey-policy-already-defined' },
    });
    const questions = [{ questionId: 'speed', text: 'Was it quick?' }];
    const revision = { ...policy, questions };
    expect((await manager.post('/v1/survey-policies/current/revisions', revision)).status).toBe(
      200,
    );
    expect((await agent.get('/v1/survey-policies/current')).body).toMatchObject({
      ...revision,
      delayMinutes: 0,
      version: 2,
    });
    expect((await agent.get('/v1/survey-policies')).body).toMatchObject({ items: [revision] });
    expect((await historyOf('survey-policies/current')).items).toHaveLength(2);
  });

  it('are answered once, by the receiver alone, and rate the ticket', async () => {
    const carl = await customer('carl');
    const survey = await offeredTo('carl');
    const secret = await secretOf(survey);
    const cleo = await customer('cleo');
    const otto = await customer('otto', 'other');
    const unknown = { status: 404, body: { code: 'survey-not-found' } };
    for (const [who, word] of [
      [carl, 'guessed'],
      [cleo, secret],
      [otto, secret],
      [agent, secret],
    ] as const)
      expect(await answer(who, survey, { secret: word })).toMatchObject(unknown);
    expect((await carl.get(`/v1/surveys/${survey.surveyId}/link`)).status).toBe(403);
    expect((await cleo.get(`/v1/surveys/${survey.surveyId}`)).status).toBe(404);
    expect((await cleo.get('/v1/surveys')).body).toEqual({ items: [] });
    expect((await carl.get('/v1/surveys')).body).toMatchObject({ items: [{ status: 'offered' }] });

    const answers = [{ questionId: 'speed', text: 'Very' }];
    const said = { secret, score: 5, comment: 'Bright', answers };
    expect(
      await answer(carl, survey, { ...said, answers: [{ questionId: 'x', text: 'y' }] }),
    ).toMatchObject({
      status: 400,
      body: { code: 'survey-question-unknown' },
    });
    expect(await answer(carl, survey, said)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await answer(carl, survey, said)).toMatchObject({
      status: 409,
      body: { code: 'survey-already-answered' },
    });
    expect(await agent.get(`/v1/surveys/${survey.surveyId}/link`)).toMatchObject({
      status: 409,
      body: { code: 'survey-not-open' },
    });

    await eventually(
      async () => (await agent.get(`/v1/tickets/${survey.ticketId}`)).body as { rating?: number },
      ({ rating }) => rating === 5,
    );
    const told = (await historyOf(`tickets/${survey.ticketId}`)).items;
    expect(told.filter(({ type }) => type === 'TicketRated')).toMatchObject([
      { data: { score: 5, comment: 'Bright', surveyId: survey.surveyId } },
    ]);
    const everything = JSON.stringify([
      await historyOf(`surveys/${survey.surveyId}`),
      (await carl.get(`/v1/surveys/${survey.surveyId}`)).body,
      told,
    ]);
    expect(everything).not.toContain(secret);
    expect((await carl.get(`/v1/surveys/${survey.surveyId}`)).body).not.toHaveProperty(
      'secretHash',
    );
  });

  it('ask one receiver once in the quiet days, however many tickets are resolved at once', async () => {
    const dora = await customer('dora');
    const tickets = await Promise.all(Array.from({ length: 12 }, () => raise(dora)));
    await Promise.all(tickets.map((ticketId) => resolve(ticketId)));
    const surveys = await Promise.all(
      tickets.map((ticketId) =>
        eventually(
          () => surveysOf(ticketId),
          ({ length }) => length > 0,
        ),
      ),
    );
    expect(surveys.every(({ length }) => length === 1)).toBe(true);
    const statuses = surveys.flat().map(({ status, reason }) => reason ?? status);
    expect(statuses.filter((status) => status === 'offered')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'quiet')).toHaveLength(11);
  });

  it('are called off when the ticket is reopened, and ask about the next resolution', async () => {
    const ella = await customer('ella');
    const survey = await offeredTo('ella');
    const secret = await secretOf(survey);
    expect((await ella.post(`/v1/tickets/${survey.ticketId}/reopening`)).status).toBe(200);
    await surveysWith(survey.ticketId, 'cancelled');
    expect(await answer(ella, survey, { secret })).toMatchObject({
      status: 409,
      body: { code: 'survey-superseded' },
    });
    await resolve(survey.ticketId);
    const both = await surveysWith(survey.ticketId, 'cancelled', 'offered');
    expect(new Set(both.map(({ surveyId }) => surveyId)).size).toBe(2);

    // Back and forth at once: whatever is heard first, at most the last resolution is asked about.
    const quick = await raise(await customer('quick'));
    await resolve(quick);
    await ella.post(`/v1/tickets/${quick}/reopening`);
    await resolve(quick);
    await ella.post(`/v1/tickets/${quick}/reopening`);
    await surveysWith(quick, 'cancelled', 'cancelled');
  });

  it('leave the rating as it was where the customer was faster', async () => {
    const finn = await customer('finn');
    const survey = await offeredTo('finn');
    await finn.post(`/v1/tickets/${survey.ticketId}/rating`, { score: 2 });
    const secret = await secretOf(survey);
    expect((await answer(finn, survey, { secret })).status).toBe(200);
    const told = await eventually(
      async () => (await historyOf(`tickets/${survey.ticketId}`)).items,
      (items) => items.some(({ type }) => type === 'TicketSurveyLeftOut'),
    );
    expect(told.at(-1)?.data).toMatchObject({ score: 4, why: 'already-rated' });
    expect((await agent.get(`/v1/tickets/${survey.ticketId}`)).body).toMatchObject({ rating: 2 });
    const seen = (await finn.get(`/v1/tickets/${survey.ticketId}/history`)).body as History;
    expect(seen.items.map(({ type }) => type)).not.toContain('TicketSurveyLeftOut');
  });

  it('go to somebody of the account where it did not raise the ticket itself', async () => {
    const nobody = await raise(agent, 'unheard-of');
    await resolve(nobody);
    expect(await surveysWith(nobody, 'withheld')).toMatchObject([{ reason: 'no-receiver' }]);

    const cora = { contactId: 'c-1', name: 'Cora', email: 'cora@known.example' };
    const data = { ...cora, accountId: 'known', at: new Date().toISOString() };
    await on.publisher.publish([eventRow(ContactAdded, { key: 'c-1', version: 1, data })]);
    const askedOf = async () => {
      const ticketId = await raise(agent, 'known');
      await resolve(ticketId);
      const [survey] = await eventually(
        () => surveysOf(ticketId),
        ({ length }) => length > 0,
      );
      return survey;
    };
    const survey = await eventually(askedOf, (asked) => asked?.status === 'offered');
    if (!survey) throw new Error('No survey was offered');
    expect(survey.receiver).toEqual({ kind: 'contact', id: 'c-1' });
    const secret = await secretOf(survey);
    const login = await customer('whoever-cora-is', 'known');
    expect((await answer(login, survey, { secret })).status).toBe(200);
  });

  it('ask about no call, and about nothing of the past', async () => {
    const inCall = await raise(await customer('gus'));
    await resolve(inCall, { inCall: true });
    const path = '/v1/tickets/brought-in/entries';
    const line = {
      entry: 1,
      status: 'resolved',
      label: 'Closed',
      desk: { line: 'first', team: 'Desk' },
      accountId: 'known',
      subject: 'Old',
      priority: 'high',
      channel: 'direct',
    };
    expect((await on.importer.post(path, line)).status).toBe(200);
    await offeredTo('hana');
    await allHeard();
    expect(await surveysOf('brought-in')).toEqual([]);
    expect(await surveysOf(inCall)).toEqual([]);
  });

  it('are not to be sent before their time', async () => {
    const path = '/v1/survey-policies/current/revisions';
    expect((await manager.post(path, { delayMinutes: 60 })).status).toBe(200);
    const survey = await offeredTo('jack');
    const link = `/v1/surveys/${survey.surveyId}/link`;
    expect(await agent.get(link)).toMatchObject({
      status: 409,
      body: { code: 'survey-not-to-be-sent-yet' },
    });
    aheadMs = 61 * 60_000;
    expect(await agent.get(link)).toMatchObject({
      status: 200,
      body: { receiver: { kind: 'user', id: 'jack' } },
    });
    expect((await manager.post(path, {})).status).toBe(200);
  });

  it('expire by themselves, and are summed up', async () => {
    const survey = await offeredTo('iris');
    const secret = await secretOf(survey);
    aheadMs = 15 * dayMs;
    expect(await answer(await customer('iris'), survey, { secret })).toMatchObject({
      status: 409,
      body: { code: 'survey-expired' },
    });
    await surveysWith(survey.ticketId, 'expired');
    expect((await historyOf(`surveys/${survey.surveyId}`)).items.map(({ type }) => type)).toEqual([
      'SurveyOffered',
      'SurveyExpired',
    ]);

    const summary = await eventually(
      async () => (await agent.get('/v1/surveys/summary')).body as Record<string, number>,
      ({ open }) => open === 0,
    );
    expect(summary).toMatchObject({
      answered: 3,
      mean: 13 / 3,
      csat: 1,
      scores: { 4: 2, 5: 1 },
    });
    expect(summary.responseRate).toBeCloseTo(3 / ((summary.expired ?? 0) + 3));
    const later = `from=${new Date(Date.now() + dayMs).toISOString()}`;
    expect((await agent.get(`/v1/surveys/summary?${later}`)).body).toMatchObject({ offered: 0 });
  });
});
