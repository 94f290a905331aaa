import { MissingPart } from './missing-part.ts';
import { servers } from './servers.ts';

describe('a part that is missing', () => {
  it.each(servers)('says which, why and the three ways on for $title', (server) => {
    const { message } = new MissingPart(server, { why: 'there is no moon.', install: 'a moon' });
    const [which, ...ways] = message.split('\n');
    expect(which).toBe(`${server.title} can't be had on this machine: there is no moon.`);
    expect(ways).toEqual([
      'Three ways on:',
      '  1. Install it: a moon',
      expect.stringContaining(`docker compose up -d ${server.name}, then ${server.urlVariable}=`),
      expect.stringContaining(`set ${server.urlVariable} to its address`),
    ]);
  });
});
