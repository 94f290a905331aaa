import { CommanderError } from 'commander';
import { exitCodes, WrongUsage } from './answer.ts';
import { stewardctl } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
const end = (exitCode: number) => {
  process.exitCode = exitCode;
};

/** Commander has said what is wrong with a command line already, and gives help an error's way out. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUsage;
  terminal.tell(error instanceof Error ? error.message : String(error));
  return error instanceof WrongUsage ? exitCodes.wrongUsage : exitCodes.failed;
};

try {
  await stewardctl({ environment: process.env, terminal, end }).parseAsync(process.argv);
} catch (error) {
  end(exitCodeOf(error));
}
