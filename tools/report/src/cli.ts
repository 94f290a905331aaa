import { reportProgram } from './program.ts';

// Standard output holds the report and nothing else, so that it can be piped on.
try {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  await reportProgram(print).parseAsync(process.argv);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
