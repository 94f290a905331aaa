import { reasonIn, saidIn } from './problem.ts';

const answer = (status: number, body: string) => ({ status, retryAfter: undefined, body });

describe('a refusal', () => {
  it('is told by its code, its sentence and the places that are wrong', () => {
    const body = JSON.stringify({
      type: 'urn:steward:error:malformed-request',
      code: 'malformed-request',
      detail: 'The body does not fit',
      errors: [{ pointer: '/desk/line', detail: 'Must be one of four' }],
    });
    expect(reasonIn(answer(400, body))).toBe(
      'malformed-request: The body does not fit: /desk/line Must be one of four',
    );
  });

  it.each(['<html>', '{"message":"no"}', ''])('is none of ours where it says %s', (body) => {
    expect(saidIn(answer(404, body))).toBeUndefined();
    expect(reasonIn(answer(404, body))).toBe('It answered 404');
  });
});
