import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { whenOrphaned } from '../bootstrap/when-orphaned.mjs';

const PATIENCE_MS = 12_000;
const isWindows = process.platform === 'win32';

/**
 * Holds all that one command started. It ends, in the opposite order, when the person presses Ctrl-C, when the process is
 * told to stop or loses its parent, or when one of the children dies.
 */
export function createSupervisor() {
  const running = [];
  let ending;

  const end = (code) => (ending ??= stopAll(running).then(() => process.exit(code)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  whenOrphaned(() => void end(0));

  const childDied = (child, how) => {
    if (ending) return;
    console.error(`\n${child.name} stopped by itself (${how}), so everything else stops too.${child.lastWords()}`);
    void end(1);
  };

  const fail = (error) => {
    if (!ending) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return end(1);
  };
  // Without this a fault of our own would end the process and leave the children behind.
  process.on('uncaughtException', (error) => void fail(error));

  const add = (options) => {
    if (ending) throw new Error('Everything is being stopped.');
    const child = startChild(options);
    running.push(child);
    return child;
  };

  return {
    /** Whatever is not a child of ours, such as the database. */
    hold: (name, stop) => running.push({ name, stop }),
    start: (options) => {
      const child = add(options);
      child.process.once('exit', (code, signal) => childDied(child, signal ?? `code ${code}`));
      child.process.once('error', (error) => childDied(child, error.message));
      return child;
    },
    /** Runs one child to its end and ends with it. */
    become: (options) => {
      const child = add(options);
      child.process.once('exit', (code, signal) => void end(code ?? (signal ? 1 : 0)));
    },
    fail,
    isEnding: () => ending !== undefined,
  };
}

async function stopAll(running) {
  for (const part of running.toReversed()) {
    await part.stop().catch((error) => console.error(`${part.name} did not stop as it should: ${error.message}`));
  }
}

/**
 * A child leads a process group of its own: Ctrl-C in the terminal then reaches the supervisor alone, which stops
 * the parts in order, and a child's own children can be stopped with it.
 */
function startChild({ name, args, env, logFile }) {
  const log = logFile && openLog(logFile);
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    detached: !isWindows,
    stdio: ['ignore', log ? 'pipe' : 'inherit', log ? 'pipe' : 'inherit'],
  });
  if (log) for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const lastWords = () => (logFile ? `\nThe end of ${path.relative('.', logFile)}:\n${tail(logFile)}` : '');
  return { name, process: child, lastWords, stop: () => stopChild(child) };
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  // At once, because a child that dies at once is reported with the end of its log.
  writeFileSync(file, '');
  return createWriteStream(file, { flags: 'a' });
}

function tail(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
