import { rightfulPort } from './port.ts';

const server = { portVariable: 'STEWARD_REDIS_PORT', portDefault: 6379 };

describe('the port that a server has by right', () => {
  it.each([
    { claim: 'dev takes the well-known port', name: 'dev', env: {}, port: 6379 },
    { claim: 'a test leaves it to dev', name: 'test', env: {}, port: undefined },
    {
      claim: 'the configured port replaces the well-known one',
      name: 'dev',
      env: { STEWARD_REDIS_PORT: '7000' },
      port: 7000,
    },
    {
      claim: 'a test takes the configured port',
      name: 'test',
      env: { STEWARD_REDIS_PORT: '7000' },
      port: 7000,
    },
  ])('$claim', ({ name, env, port }) => {
    expect(rightfulPort(server, name, env)).toBe(port);
  });

  it.each(['0', '65536', 'redis', '6379.5'])('refuses %s as a port, by the variable', (text) => {
    const env = { STEWARD_REDIS_PORT: text };
    expect(() => rightfulPort(server, 'dev', env)).toThrow(/STEWARD_REDIS_PORT/);
  });
});
