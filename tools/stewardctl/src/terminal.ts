import { createInterface } from 'node:readline/promises';
import type { Terminal } from './answer.ts';

const { stdin, stdout, stderr } = process;
const clearLine = '\r\u001b[K';

const askPerson = async (question: string): Promise<string> => {
  const reader = createInterface({ input: stdin, output: stderr });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
};

/** A stop signal ends what runs in good order; a second one ends the process. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stopping.abort());
  return stopping.signal;
};

export const processTerminal = (): Terminal => {
  let isOnLine = false;
  const endLine = () => {
    if (isOnLine) stderr.write(clearLine);
    isOnLine = false;
  };
  return {
    print: (text) => {
      endLine();
      stdout.write(`${text}\n`);
    },
    tell: (text) => {
      endLine();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!stderr.isTTY) {
        stderr.write(`${text}\n`);
        return;
      }
      stderr.write(`${clearLine}${text}`);
      isOnLine = true;
    },
    ask: stdin.isTTY && stderr.isTTY ? askPerson : undefined,
    signal: stopSignal(),
  };
};
