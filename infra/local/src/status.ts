import { stackFolder } from './folders.ts';
import { type Issuer, issuerOf } from './issuer.ts';
import { obituary } from './launch.ts';
import { type Member, membersOf } from './member.ts';
import { isAlive } from './running-process.ts';
import type { ServerName } from './server.ts';
import { addressElsewhere, servers } from './servers.ts';
import { readState, type ServerState } from './state.ts';

/** How one member of a server of a stack is. `elsewhere` is one that the environment names, which nobody here starts. */
export interface ServerStatus {
  readonly name: ServerName;
  readonly member: number;
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
  const folder = stackFolder(name);
  const remembered = readState(folder);
  return {
    name,
    servers: servers
      .flatMap((server) => membersOf(folder, server))
      .map((member) => statusOf(member, remembered[member.key])),
    issuer: issuerOf(name),
  };
};

const statusOf = (member: Member, remembered: ServerState | undefined): ServerStatus => {
  const { server, number, title } = member;
  const who = { name: server.name, member: number, title };
  const elsewhere = addressElsewhere(server);
  if (elsewhere !== undefined) return { ...who, state: 'elsewhere', url: elsewhere };
  if (remembered === undefined || remembered.stopped) return { ...who, state: 'stopped' };
  const { version, port, pid, log } = remembered;
  const known = { ...who, version, port, pid, log, url: server.urlAt([port]) };
  if (isAlive(remembered)) return { ...known, state: 'running' };
  return { ...known, state: 'died', report: obituary(member, remembered, 'has died') };
};
