import { join } from 'node:path';
import { findOnPath, outputOf } from './command.ts';

/** Where Java is and which release it is of; undefined when there is none. */
export const findJava = async (): Promise<{ command: string; release: number } | undefined> => {
  const home = process.env.JAVA_HOME;
  const command = home ? join(home, 'bin', 'java') : findOnPath('java');
  if (command === undefined) return undefined;
  const release = /version "(\d+)/.exec(await outputOf(command, ['-version']))?.[1];
  return { command, release: Number(release) };
};
