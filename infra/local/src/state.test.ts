import { parseState } from './state.ts';

const redis = {
  version: '6.2.14',
  port: 6379,
  pid: 42,
  bornAt: '1234',
  log: '/tmp/server.log',
  stopped: false,
};

describe('the state of a stack', () => {
  it('is read as it was written, with only some of the servers', () => {
    expect(parseState(JSON.stringify({ redis }))).toEqual({ redis });
  });

  it('is read with all members of a server', () => {
    const members = { mongodb: redis, 'mongodb-2': redis, 'mongodb-3': redis, 'kafka-2': redis };
    expect(parseState(JSON.stringify(members))).toEqual(members);
  });

  it.each([
    { flaw: 'half a file', text: '{"redis": {"pid"' },
    { flaw: 'a server nobody knows', text: JSON.stringify({ oracle: redis }) },
    {
      flaw: 'no birth to tell processes apart',
      text: JSON.stringify({ redis: { ...redis, bornAt: 1 } }),
    },
  ])('is refused with $flaw', ({ text }) => {
    expect(() => parseState(text)).toThrow();
  });
});
