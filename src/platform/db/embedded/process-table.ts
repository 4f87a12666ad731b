import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The folder a living process works in; null when it is gone, a zombie, or another user's. */
export function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

export function parentOf(pid: number): number | null {
  const parent = statFields(pid)[1];
  return parent === undefined ? null : Number(parent);
}

/** When a process began (clock ticks since boot): tells it from a later one with the same number. */
export function startOf(pid: number): string | null {
  const fields = statFields(pid);
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** Processes that work in this folder: a postmaster, its children, its guard. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder);
}

/** Fields of /proc/<pid>/stat from `state` (the third) on; the name before it may hold spaces. */
function statFields(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
