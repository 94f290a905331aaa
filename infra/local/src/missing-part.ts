import type { Server } from './server.ts';

type Named = Pick<Server, 'name' | 'title' | 'urlVariable' | 'portDefault' | 'urlAt'>;

/** A server that can't be had on this machine: which, why, and the three ways on. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';

  constructor(
    server: Named,
    { why, install, cause }: { why: string; install: string; cause?: unknown },
  ) {
    const { title, name, urlVariable, urlAt, portDefault } = server;
    super(
      [
        `${title} can't be had on this machine: ${why}`,
        'Three ways on:',
        `  1. Install it: ${install}`,
        `  2. Run it in a container: docker compose up -d ${name}, then ${urlVariable}=${urlAt([portDefault])}`,
        `  3. Use one that runs elsewhere: set ${urlVariable} to its address`,
      ].join('\n'),
      { cause },
    );
  }
}
