// Runs one of the project's programs: `node infra/run.mjs <program.ts> [arguments]`. It is plain
// JavaScript without dependencies because it runs before anything is installed, on any Node from 20 on.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, '.steward', 'install.lock');
const onWindows = process.platform === 'win32';
const projectNode = join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node');

// One Ctrl-C arrives once from the terminal and once more from npm, so an echo is taken for the same.
const echoMs = 1_000;

const tell = (line) => process.stderr.write(`${line}\n`);

const main = async ([program, ...args]) => {
  if (program === undefined) throw new Error('Usage: node infra/run.mjs <program.ts> [arguments]');
  if (!isInstalled()) await installOnce();
  if (!existsSync(projectNode)) throw new Error(nodeIsMissing);
  process.exitCode = await runProgram(program, args);
};

/**
 * Whether node_modules is what package-lock.json names. npm writes what it installed into a lock
 * file of its own, so an `npm install` by hand counts as well. A package that is optional may be
 * absent: it is for another platform.
 */
const isInstalled = () => {
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted)
    .filter(([place]) => place.includes('node_modules/'))
    .every(([place, entry]) => isSame(entry, installed[place]));
};

const isSame = (wanted, installed) => {
  if (installed === undefined) return wanted.optional === true;
  if (wanted.link) return wanted.resolved === installed.resolved;
  return wanted.version === installed.version && wanted.integrity === installed.integrity;
};

const packagesIn = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;

/** Installs, unless another command that installs at this moment has done it already. */
const installOnce = async () => {
  await takeLock();
  try {
    if (!isInstalled()) await install();
  } finally {
    rmSync(lockFile, { force: true });
  }
};

// Not `npm ci`: it refuses a lock file without the packages that are only for other platforms, and
// a lock file written where the registry lacks those does not name them.
const installCommand = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];

// The programs run on the project's own Node, so what a package asks of Node is not asked of this one.
const onAnyNode = ['--engine-strict=false'];

const install = async () => {
  tell('Installing what package-lock.json names …');
  const args = [...installCommand, ...onAnyNode];
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows });
  const code = await exitOf(child);
  if (code !== 0) throw new Error(`npm could not install (exit code ${code}); it says why above`);
  if (!isInstalled()) tell('package-lock.json does not fit package.json: npm install mends it');
};

const takeLock = async () => {
  mkdirSync(join(root, '.steward'), { recursive: true });
  for (let waits = 0; !tryLock(); waits += 1) {
    if (waits === 0) tell('Another command installs packages; waiting for it …');
    await delay(200);
  }
};

const tryLock = () => {
  try {
    writeFileSync(lockFile, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    dropStaleLock();
    return false;
  }
};

// The lock of a process that was killed is moved aside first: of several that find it, one moves it.
const dropStaleLock = () => {
  const holder = holderOfLock();
  if (holder === undefined || isAlive(holder)) return;
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    rmSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
};

const holderOfLock = () => {
  try {
    return Number(readFileSync(lockFile, 'utf8')) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const nodeIsMissing = `The project's own Node is not at ${projectNode}.
It is the npm package "node", whose install script fetches the program for this platform; with
ignore-scripts set, npm leaves it out. Try: npm rebuild node --ignore-scripts=false`;

/** Runs the program with the project's own Node, which is also the `node` that its children find. */
const runProgram = (program, args) => {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // kafkajs computes a timeout that is negative on its first use; Node corrects it, and says so each time.
  const flags = ['--disable-warning=TimeoutNegativeWarning'];
  const child = spawn(projectNode, [...flags, resolve(root, program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    // In a process group of its own, the program hears a Ctrl-C from here alone, and so once.
    detached: !onWindows,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) passOn(signal, child);
  return exitOf(child);
};

const passOn = (signal, child) => {
  let passedAt = Number.NEGATIVE_INFINITY;
  process.on(signal, () => {
    const now = performance.now();
    if (now - passedAt < echoMs) return;
    passedAt = now;
    child.kill(signal);
  });
};

/** The exit code of a child; for one that a signal ended, the code that shells use. */
const exitOf = (child) =>
  new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });

try {
  await main(process.argv.slice(2));
} catch (error) {
  tell(error.message);
  process.exitCode = 1;
}
