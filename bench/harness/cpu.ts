import { readFileSync } from 'node:fs';
import { processesIn } from '#platform/db/embedded/process-table.ts';

/** Linux counts a process's time in hundredths of a second. */
const tickMs = 10;

/** CPU milliseconds used so far by one process, ended children included. */
export function cpuOfProcess(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // utime, stime, cutime, cstime: fields 14 to 17 of the whole line.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * tickMs;
  } catch {
    return 0;
  }
}

/** CPU milliseconds used so far by PostgreSQL over a cluster, background processes included. */
export function cpuOfEngine(cluster: string): number {
  return processesIn(cluster).reduce((sum, pid) => sum + cpuOfProcess(pid), 0);
}
