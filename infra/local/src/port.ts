import { type AddressInfo, createServer } from 'node:net';
import type { Server } from './server.ts';

export const host = '127.0.0.1';

/**
 * The ports to try, best first. A stack that is already in use elsewhere keeps its port, so that
 * clients find it again after a restart. Only `dev` takes the well-known ports on its own account:
 * a test run must not push `npm start` off the address that its user knows.
 */
export const preferredPorts = (
  { portVariable, portDefault }: Pick<Server, 'portVariable' | 'portDefault'>,
  { name, before, env }: { name: string; before?: number | undefined; env: NodeJS.ProcessEnv },
): number[] => {
  const configured = env[portVariable];
  const wished = configured ? parsePort(portVariable, configured) : undefined;
  const usual = name === 'dev' ? portDefault : undefined;
  return [before, wished ?? usual].filter((port) => port !== undefined);
};

/** The first of the ports that nobody listens on, else one that the machine has free. */
export const freePort = async (preferred: readonly number[]): Promise<number> => {
  for (const port of preferred) if ((await tryPort(port)) !== undefined) return port;
  const port = await tryPort(0);
  if (port === undefined) throw new Error(`No free port is left on ${host}`);
  return port;
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
