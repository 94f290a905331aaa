import { parseJson, requireJson } from './request-body.ts';

describe('JSON from outside', () => {
  it('is taken as it stands', () => {
    expect(parseJson(Buffer.from('{"name":"Åsa"}'))).toEqual({ name: 'Åsa' });
  });

  it.each(['{"a":', '', '{"a":1}}', "{'a':1}", 'NaN'])('refuses %p', (text) => {
    expect(() => parseJson(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'malformed-json' }),
    );
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(
      expect.objectContaining({ code: 'malformed-json' }),
    );
  });

  it.each([
    '{"__proto__":{"isAdministrator":true}}',
    '{"desk":{"\\u005f_proto__":1}}',
    '{"constructor":{"prototype":{}}}',
    'null',
  ])('refuses the field names of %s', (text) => {
    expect(() => parseJson(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'malformed-request' }),
    );
  });
});

describe('content type', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
  ])('takes %s', (type) => {
    expect(() => requireJson({ 'content-type': type })).not.toThrow();
  });

  it.each([
    {},
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=latin1' },
    { 'content-type': 'application/jsonx' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  ])('refuses %p', (headers) => {
    expect(() => requireJson(headers)).toThrow(
      expect.objectContaining({ code: 'unsupported-media-type' }),
    );
  });
});
