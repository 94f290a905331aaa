import {
  correlationIdOf,
  holds,
  idempotencyKeyOf,
  ifMatchOf,
  requestIdOf,
  traceparentOf,
} from './request-headers.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const context = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('request id', () => {
  it('is the one that the caller gave', () => {
    expect(requestIdOf({ 'x-request-id': 'r-1' })).toBe('r-1');
  });

  it.each([undefined, '', 'two words', 'a\tb', 'naïve', 'x'.repeat(129)])(
    'is made anew instead of %p',
    (given) => {
      expect(requestIdOf(given === undefined ? {} : { 'x-request-id': given })).toMatch(uuid);
    },
  );
});

describe('headers that change what a command does', () => {
  it.each([
    ['correlation id', correlationIdOf, 'x-correlation-id', 'x'.repeat(128), 'x'.repeat(129)],
    ['correlation id', correlationIdOf, 'x-correlation-id', 'c-1', 'two words'],
    ['idempotency key', idempotencyKeyOf, 'idempotency-key', 'k'.repeat(255), 'k'.repeat(256)],
    ['idempotency key', idempotencyKeyOf, 'idempotency-key', '"k|1"', ''],
  ])('take a %s that fits and refuse another', (_name, read, header, fitting, bad) => {
    expect(read({ [header]: fitting })).toBe(fitting);
    expect(read({})).toBeUndefined();
    expect(() => read({ [header]: bad })).toThrow('A header does not fit the route');
  });

  it('take one strong version as If-Match', () => {
    expect(ifMatchOf({ 'if-match': '"7"' })).toBe(7);
    expect(ifMatchOf({})).toBeUndefined();
  });

  it.each(['7', 'W/"7"', '"7", "8"', '*', '"-1"', '"x"', ''])('refuse If-Match %p', (given) => {
    expect(() => ifMatchOf({ 'if-match': given })).toThrow('A header does not fit the route');
  });
});

describe('traceparent', () => {
  it('is taken where it is one, and dropped where it is not', () => {
    expect(traceparentOf({ traceparent: context })).toBe(context);
    expect(traceparentOf({ traceparent: 'nonsense' })).toBeUndefined();
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"3"', true],
    ['W/"3"', true],
    ['"1", "3"', true],
    ['*', true],
    ['"33"', false],
    [undefined, false],
  ])('%p holds version 3: %p', (given, expected) => {
    expect(holds(given, '"3"')).toBe(expected);
  });
});
