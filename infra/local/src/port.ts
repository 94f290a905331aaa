import { type AddressInfo, createServer } from 'node:net';
import type { Server } from './server.ts';
import { until } from './until.ts';

export const host = '127.0.0.1';

const releaseWithinMs = 3_000;

/**
 * The port that a server has by right: the configured one, or the well-known one for `dev`. A test
 * run must not push `npm start` off the address that its user knows, so other names have none.
 */
export const rightfulPort = (
  { portVariable, portDefault }: Pick<Server, 'portVariable' | 'portDefault'>,
  name: string,
  env: NodeJS.ProcessEnv,
): number | undefined => {
  const configured = env[portVariable];
  if (configured) return parsePort(portVariable, configured);
  return name === 'dev' ? portDefault : undefined;
};

/** The port itself where nobody listens on it, else any that the machine has free. */
export const freePort = async (wished?: number): Promise<number> => {
  const port = (wished === undefined ? undefined : await tryPort(wished)) ?? (await tryPort(0));
  if (port === undefined) throw new Error(`No free port is left on ${host}`);
  return port;
};

/**
 * The port that a server had, for clients that will look for it there. A killed process can hold
 * its port for a moment after it is gone from the list of processes, so this waits a little.
 */
export const samePort = async (port: number): Promise<number | undefined> => {
  const attempt = async () => {
    if ((await tryPort(port)) === undefined) throw new Error(`Port ${port} is taken`);
    return port;
  };
  return until(attempt, { everyMs: 20, deadlineMs: releaseWithinMs }).catch(() => undefined);
};

const parsePort = (variable: string, text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${variable} is not a port: "${text}"`);
  return port;
};

const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    listener.listen(port, host, () => {
      const found = (listener.address() as AddressInfo).port;
      listener.close(() => resolve(found));
    });
  });
