import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.js';

/** The folder is in use, or cannot be told to be free. */
export class LockedError extends OperatorError {
  override name = 'LockedError';
}

interface Holder {
  pid: number;
  host: string;
  /** When the process was born, where the system tells: a pid alone is given out again. */
  born: string | null;
}

const held = new Set<string>();

function bornOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold spaces: count from its bracket.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot}/${start}`;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): Holder | 'unreadable' | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return Number.isInteger(value?.pid) && value.pid > 0 ? value : 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'unreadable';
  }
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 10_000;
  } catch {
    return false;
  }
}

function isStale(file: string): boolean {
  const holder = read(file);
  if (holder === undefined) return false;
  // Half a lock is one being written, or one that a power cut left behind.
  if (holder === 'unreadable') return isOld(file);
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(file);
  if (!isAlive(holder.pid)) return true;
  const born = bornOf(holder.pid);
  return born !== null && holder.born !== null && born !== holder.born;
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock; a guard keeps two starters from removing each other's fresh one. */
function recover(file: string): void {
  const guard = `${file}.recovery`;
  if (isOld(guard)) rmSync(guard, { force: true });
  if (!create(guard, String(process.pid))) return;
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function refusal(file: string): LockedError {
  const holder = read(file);
  const who =
    typeof holder === 'object'
      ? `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}`
      : 'another process';
  return new LockedError(
    `The data folder is in use by ${who}. Stop that one, or choose another folder. ` +
      `If you are sure that it no longer runs, remove ${file}.`,
  );
}

/** Takes the folder for this process. Embedded PostgreSQL itself would let two in, and break. */
export async function lock(file: string): Promise<() => void> {
  const own: Holder = { pid: process.pid, host: hostname(), born: bornOf(process.pid) };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (create(file, JSON.stringify(own))) {
      held.add(file);
      return keep(file);
    }
    if (isStale(file)) recover(file);
    else if (typeof read(file) === 'object') throw refusal(file);
    await sleep(50);
  }
  throw refusal(file);
}

function keep(file: string): () => void {
  const release = (): void => {
    if (!held.delete(file)) return;
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}
