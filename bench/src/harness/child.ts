import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { answerMark } from './answer-mark.ts';
import { onCpu } from './process-cpu.ts';

export interface ChildStart {
  readonly program: URL;
  readonly cpu: 0 | 1 | 'any';
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

/** A fresh process that says what it has to say as lines of JSON behind a mark. */
export interface Child {
  readonly pid: number;
  /** The next of those lines. Rejects when the process ends without one, with the end of what it wrote. */
  answer(withinMs: number): Promise<unknown>;
  /** Asks it to end, and after a while no longer asks. */
  end(): Promise<void>;
}

const patienceMs = 5_000;
const complaintMax = 4_000;

const root = fileURLToPath(new URL('../../..', import.meta.url));

// Production settings for all alike; logs cost the same nothing for everybody.
const environmentOf = (own: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  NODE_OPTIONS: '',
  LOG_LEVEL: 'error',
  ...own,
});

/** Starts a program with the Node that runs us. */
export const startChild = ({ program, cpu, environment, nodeOptions = [] }: ChildStart): Child => {
  const node = [process.execPath, '--disable-warning=TimeoutNegativeWarning', ...nodeOptions];
  const [command = '', ...args] = onCpu(cpu, [...node, fileURLToPath(program)]);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(environment),
  });
  let complaint = '';
  const complain = (text: string): void => {
    complaint = (complaint + text).slice(-complaintMax);
  };
  child.stderr.setEncoding('utf8').on('data', complain);
  const answers: unknown[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // Anything else is the log of what is measured.
    if (!line.startsWith(answerMark)) return complain(`${line}\n`);
    answers.push(JSON.parse(line.slice(answerMark.length)));
    lines.emit('answer');
  });
  // Whatever ends us ends what we started.
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const name = fileURLToPath(program).slice(root.length);

  return {
    pid: child.pid ?? 0,
    answer: async (withinMs) => {
      const signal = AbortSignal.timeout(withinMs);
      const ended = once(lines, 'close', { signal });
      ended.catch(() => undefined);
      while (answers.length === 0) {
        const hasEnded = await Promise.race([
          once(lines, 'answer', { signal }).then(() => false),
          ended.then(() => answers.length === 0),
        ]).catch((cause) => {
          throw new Error(`${name} said nothing within ${withinMs} ms\n${complaint}`, { cause });
        });
        if (hasEnded) throw new Error(`${name} ended without a word\n${complaint}`);
      }
      return answers.shift();
    },
    end: () => endChild(child),
  };
};

const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(last);
};
