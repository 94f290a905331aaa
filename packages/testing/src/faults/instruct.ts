import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  type Answer,
  type Command,
  type Misbehaviour,
  variable,
} from '../misbehave/misbehaviour.ts';

/** What to start a process with that is to misbehave: `node --import ${misbehaveUrl} main.ts`. */
export const misbehaveUrl = new URL('../misbehave/misbehave.ts', import.meta.url).href;

/** The environment that says how a process misbehaves from its start. */
export const misbehaviour = (wish: Misbehaviour): Record<string, string> => ({
  [variable]: JSON.stringify(wish),
});

/**
 * Tells a process that runs with the preload, and has a channel to this one (`stdio: [..., 'ipc']`), to
 * misbehave now; answers once it is done. Fails where the process ends first, and waits as long as it is halted.
 */
export const instruct = (child: ChildProcess, command: Command): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const id = randomUUID();
    const settle = (finish: () => void) => {
      child.off('message', hear);
      child.off('disconnect', leave);
      finish();
    };
    const hear = (message: unknown) => {
      const { id: answered, ...answer } = message as Answer & { readonly id?: string };
      if (answered === id) settle(() => resolve(answer));
    };
    const leave = () =>
      settle(() => reject(new Error(`Process ${child.pid} ended before it had answered`)));
    child.on('message', hear);
    child.once('disconnect', leave);
    child.send({ id, ...command }, (error) => {
      if (error) settle(() => reject(error));
    });
  });
