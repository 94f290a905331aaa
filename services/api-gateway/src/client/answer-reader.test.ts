import { AnswerReader } from './answer-reader.ts';
import { MalformedAnswer } from './malformed-answer.ts';

/** Reads bytes as the answer to one request, in pieces of a size, and says everything that it was told. */
const readIn = (bytes: string, { method = 'GET', size = bytes.length, closes = false } = {}) => {
  const told = { status: 0, headers: {} as object, body: '', ends: 0, isClosed: false, keepMs: 0 };
  const reader = new AnswerReader();
  reader.begin(method, {
    onHead: (status, headers) => Object.assign(told, { status, headers }),
    onBody: (part) => {
      told.body += part.toString('latin1');
    },
    onEnd: () => {
      told.ends += 1;
      told.keepMs = reader.keepMs;
    },
  });
  for (let at = 0; at < bytes.length; at += size)
    reader.read(Buffer.from(bytes.slice(at, at + size), 'latin1'));
  if (closes) told.isClosed = reader.close();
  return told;
};

const head = (...lines: string[]): string => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');

const whole = [
  ['with its length', `${head('Content-Length: 5')}hello`, 'hello'],
  ['empty', head('Content-Length: 0'), ''],
  ['in chunks', `${head('Transfer-Encoding: chunked')}3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n`, 'hello'],
  [
    'in chunks with extensions and trailers',
    `${head('transfer-encoding: Chunked')}5;a=b\r\nhello\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n`,
    'hello',
  ],
  [
    'after an interim one',
    `HTTP/1.1 103 Early\r\nLink: x\r\n\r\n${head('Content-Length: 2')}hi`,
    'hi',
  ],
] as const;

describe('an answer', () => {
  it.each(whole)('%s is read whole, in pieces of any size', (_how, bytes, body) => {
    for (const size of [1, 2, 3, 7, bytes.length])
      expect(readIn(bytes, { size })).toMatchObject({ status: 200, body, ends: 1 });
  });

  it('keeps its connection for less than the service does, and for four seconds at most', () => {
    expect(readIn(head('Content-Length: 0')).keepMs).toBe(4_000);
    expect(readIn(head('Content-Length: 0', 'Keep-Alive: timeout=3, max=9')).keepMs).toBe(2_000);
    expect(readIn(head('Content-Length: 0', 'Keep-Alive: timeout=65')).keepMs).toBe(4_000);
  });

  it.each([
    ['says that it closes', head('Content-Length: 0', 'Connection: x-hop, Close')],
    ['is HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ])('gives up its connection where it %s', (_why, bytes) => {
    expect(readIn(bytes)).toMatchObject({ ends: 1, keepMs: 0 });
  });

  it('without a length ends with its connection', () => {
    const told = readIn(`${head('X-A: 1')}hello`, { closes: true });
    expect(told).toMatchObject({ body: 'hello', ends: 1, isClosed: true, keepMs: 0 });
  });

  it('that is cut short does not end', () => {
    const told = readIn(`${head('Content-Length: 9')}hello`, { closes: true });
    expect(told).toMatchObject({ body: 'hello', ends: 0, isClosed: false });
  });

  it.each([
    ['to HEAD', head('Content-Length: 5'), 'HEAD'],
    ['of 204', 'HTTP/1.1 204 No Content\r\n\r\n', 'GET'],
    ['of 304', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n', 'GET'],
  ])('%s has no body, whatever length it names', (_which, bytes, method) => {
    expect(readIn(bytes, { method })).toMatchObject({ body: '', ends: 1 });
  });

  it('has its headers in lower case, repeated ones joined, cookies apart', () => {
    const bytes = head(
      'X-A:1',
      'x-a: 2 ',
      'Set-Cookie: a=1',
      'Set-Cookie: b=2',
      'Content-Length: 0',
    );
    const headers = { 'x-a': '1, 2', 'set-cookie': ['a=1', 'b=2'], 'content-length': '0' };
    expect(readIn(bytes).headers).toEqual(headers);
  });

  it.each([
    ['has two lengths', head('Content-Length: 5', 'Content-Length: 5')],
    ['has a length and chunks', head('Content-Length: 5', 'Transfer-Encoding: chunked')],
    ['has a length that is no number', head('Content-Length: +5')],
    ['is encoded in another way', head('Transfer-Encoding: gzip, chunked')],
    ['is no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['switches protocols', 'HTTP/1.1 101 Switching\r\n\r\n'],
    ['has a header without a name', head(': x')],
    ['folds a header', head('X-A: 1', ' 2')],
    ['has a space before the colon', head('Content-Length : 5')],
    ['has a chunk without a size', `${head('Transfer-Encoding: chunked')}x\r\n`],
    ['has a chunk that is longer', `${head('Transfer-Encoding: chunked')}1\r\nab\r\n`],
    ['has a head without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`],
  ])('is refused where it %s', (_why, bytes) => {
    expect(() => readIn(bytes)).toThrow(MalformedAnswer);
  });

  it.each(whole)('%s that is followed by more gives up its connection', (_how, bytes) => {
    const reader = new AnswerReader();
    let keepMs: number | undefined;
    const end = { onEnd: () => (keepMs = reader.keepMs) };
    reader.begin('GET', { onHead: () => undefined, onBody: () => undefined, ...end });
    expect(() => reader.read(Buffer.from(`${bytes}HTTP/1.1 200 OK\r\n`))).toThrow(MalformedAnswer);
    expect(keepMs).toBe(0);
  });
});
