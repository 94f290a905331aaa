import { stackFolder } from './folders.ts';
import { type Issuer, issuerOf } from './issuer.ts';
import { obituary } from './launch.ts';
import { isAlive } from './running-process.ts';
import type { Server, ServerName } from './server.ts';
import { addressElsewhere, servers } from './servers.ts';
import { readState, type ServerState } from './state.ts';

/** How one server of a stack is. `elsewhere` is one that the environment names, which nobody here starts. */
export interface ServerStatus {
  readonly name: ServerName;
  readonly title: string;
  readonly state: 'running' | 'stopped' | 'died' | 'elsewhere';
  readonly url?: string;
  readonly version?: string;
  readonly port?: number;
  readonly pid?: number;
  readonly log?: string;
  /** For a server that died: what happened, with the end of its log. */
  readonly report?: string;
}

export interface StackStatus {
  readonly name: string;
  readonly servers: readonly ServerStatus[];
  readonly issuer: Issuer;
}

/** How the servers of a stack are, without touching any. */
export const stackStatus = (name: string): StackStatus => {
  const remembered = readState(stackFolder(name));
  return {
    name,
    servers: servers.map((server) => statusOf(server, remembered[server.name])),
    issuer: issuerOf(name),
  };
};

const statusOf = (server: Server, remembered: ServerState | undefined): ServerStatus => {
  const { name, title } = server;
  const elsewhere = addressElsewhere(server);
  if (elsewhere !== undefined) return { name, title, state: 'elsewhere', url: elsewhere };
  if (remembered === undefined || remembered.stopped) return { name, title, state: 'stopped' };
  const { version, port, pid, log } = remembered;
  const known = { name, title, version, port, pid, log, url: server.urlAt(port) };
  if (isAlive(remembered)) return { ...known, state: 'running' };
  return { ...known, state: 'died', report: obituary(server, remembered, 'has died') };
};
