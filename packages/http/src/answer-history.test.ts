import { tieredSupportRoutes } from '@steward/contracts';
import type { PageRequest } from '@steward/persistence';
import { answerHistory } from './answer-history.ts';
import { principalOf } from './principal.ts';
import type { Call } from './route.ts';

const asked: [string, PageRequest][] = [];
const { answer } = answerHistory(tieredSupportRoutes.readCalendarHistory, {
  history: (id, request) => {
    asked.push([id, request]);
    return Promise.resolve({ items: [] });
  },
});
const call = (search: string): Call => ({
  headers: {},
  path: '/v1/calendars/office/history',
  params: { calendarId: 'office' },
  search,
  principal: principalOf({ sub: 'mia' }),
  requestId: 'r-1',
  traceparent: undefined,
  receivedAt: new Date('2026-03-02T12:00:00.000Z'),
  readBody: () => Promise.resolve(Buffer.alloc(0)),
});

describe('the history of a noun', () => {
  it('is asked for by the id in the path, page by page', async () => {
    const { body } = await answer(call('limit=7&cursor=abc'));
    expect(asked).toEqual([['office', { limit: 7, cursor: 'abc' }]]);
    expect(body).toContain('"items":[]');
  });

  it('is not found where there is none', async () => {
    await expect(answer(call(''))).rejects.toMatchObject({ code: 'not-found' });
  });
});
