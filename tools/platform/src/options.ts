import { parseArgs } from 'node:util';
import { defaultStackName } from '@steward/local';

export const usage = `npm start -- [--only <service>]… [--port 8080] [--stack dev]

  Brings up the local stack and the platform, and on an empty database runs the loop once.
`;

/** What a command line of `npm start` asks for. */
export const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: process.env.STEWARD_PORT ?? '8080' },
    stack: { type: 'string', default: defaultStackName() },
  },
});
