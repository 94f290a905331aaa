import { assertMendable } from './mendable.ts';

describe('mendable', () => {
  it('accepts the kafkajs that the fixes are written for', () => {
    expect(() => assertMendable({ version: '2.2.4', alreadyLoaded: false })).not.toThrow();
  });

  it.each(['2.2.5', '2.2.3', '3.0.0'])('refuses kafkajs %s', (version) => {
    expect(() => assertMendable({ version, alreadyLoaded: false })).toThrow(
      `written for 2.2.4, but ${version} is installed`,
    );
  });

  it('refuses a kafkajs that was loaded without them', () => {
    expect(() => assertMendable({ version: '2.2.4', alreadyLoaded: true })).toThrow(
      'kafkajs was loaded before its fixes could be',
    );
  });
});
