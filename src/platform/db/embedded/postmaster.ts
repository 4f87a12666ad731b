import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from '../start-failure.ts';
import type { Binaries } from './binaries.ts';
import { saysDiskFull, type DataFolder } from './data-folder.ts';
import { asUser, type DatabaseUser } from './database-user.ts';
import { parentOf, processesIn, startOf, workingFolder } from './process-table.ts';

/** A running PostgreSQL under its guard. */
export type Postmaster = {
  readonly pid: number;
  /** Resolves when it is gone, whatever ended it. */
  readonly ended: Promise<void>;
  /** Asks it to end (open transactions roll back) and waits until it is gone. */
  end(): Promise<void>;
};

export type PostmasterPlan = {
  readonly binaries: Binaries;
  readonly folder: DataFolder;
  readonly user: DatabaseUser;
  readonly settings: Readonly<Record<string, string>>;
};

// Runs PostgreSQL as its child. File descriptor 3 is a pipe that Parta holds and never writes to: it
// closes when Parta ends, by whatever death, and then PostgreSQL is interrupted until it is gone (one
// signal sent before it listens would be lost). A job in the background has no standard input,
// hence descriptor 3. Only PostgreSQL stays in the cluster's folder, by which it is known. After half a minute the interrupt becomes an immediate shutdown.
const guardScript = `
cluster=$1; shift
"$@" 3<&- &
postgres=$!
cd /
(
  read -r nothing <&3
  beats=0
  while [ "$(readlink "/proc/$postgres/cwd")" = "$cluster" ]; do
    if [ $beats -lt 150 ]; then kill -INT $postgres; else kill -QUIT $postgres; fi
    beats=$((beats + 1))
    sleep 0.2
  done
) 2>/dev/null &
exec 3<&-
wait $postgres
exit $?
`;

const lockPatienceMs = 15_000;
const recoveryPatienceMs = 600_000;
const largestLog = 10_000_000;

/**
 * Starts PostgreSQL and waits until it accepts connections, recovery after a crash included. A lock
 * left by a predecessor that is still dying is waited for. Throws StartFailure.
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const deadline = Date.now() + lockPatienceMs;
  await turnLog(plan.folder.log);
  for (;;) {
    await waitForPredecessor(plan.folder, deadline);
    const attempt = await startOnce(plan);
    if (attempt instanceof StartFailure) {
      if (attempt.code !== 'dataDirInUse' || Date.now() > deadline) throw attempt;
      await pause(100);
      continue;
    }
    return attempt;
  }
}

async function turnLog(log: string): Promise<void> {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) await rename(log, `${log}.1`);
}

/**
 * Waits until nothing works in the cluster any more, then removes a lock file whose process number
 * by now belongs to another program: it would keep PostgreSQL out for ever. Any other stale lock is
 * PostgreSQL's to judge, for it protects the shared memory of a surviving child.
 */
async function waitForPredecessor({ cluster, path }: DataFolder, deadline: number): Promise<void> {
  for (;;) {
    const [pid] = processesIn(cluster);
    if (pid === undefined) break;
    if (Date.now() > deadline) throw new StartFailure('dataDirInUse', { path, pid });
    await pause(50);
  }
  const lock = join(cluster, 'postmaster.pid');
  const [holder] = (await readFile(lock, 'utf8').catch(() => '')).split('\n');
  if (holder && startOf(Number(holder)) !== null) await rm(lock, { force: true });
}

async function startOnce(plan: PostmasterPlan): Promise<Postmaster | StartFailure> {
  const { folder } = plan;
  const logStart = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  const guard = spawnGuard(plan);
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    const finish = () => {
      gone = true;
      releaseGuard(guard);
      resolve();
    };
    guard.once('exit', finish);
    guard.once('error', finish);
  });
  const deadline = Date.now() + recoveryPatienceMs;
  while (!gone && Date.now() < deadline) {
    const pid = await readyPid(folder.cluster, guard.pid);
    if (pid !== null) return { pid, ended, end: () => endGuard(guard, ended) };
    await Promise.race([ended, pause(10)]);
  }
  await endGuard(guard, ended);
  return failureIn(readLog(folder.log, logStart), folder);
}

function spawnGuard({ binaries, folder, user, settings }: PostmasterPlan): ChildProcess {
  const log = openSync(folder.log, 'a', 0o600);
  try {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [binaries.postgres, '-D', folder.cluster, ...options];
    return spawn('/bin/sh', ['-c', guardScript, 'parta-guard', folder.cluster, ...command], {
      ...asUser(user),
      cwd: folder.cluster,
      // A session of its own: Ctrl-C reaches Parta first, which then ends PostgreSQL in order.
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log, 'pipe'],
    });
  } finally {
    closeSync(log);
  }
}

/** Closing the pipe is the order to end: a clean stop takes the same way as a crash. */
function releaseGuard(guard: ChildProcess): void {
  const pipe = guard.stdio[3];
  if (pipe && 'destroy' in pipe) pipe.destroy();
}

async function endGuard(guard: ChildProcess, ended: Promise<void>): Promise<void> {
  releaseGuard(guard);
  await ended;
}

/** Line 8 of postmaster.pid says 'ready'; a stale file of a predecessor names another process. */
async function readyPid(cluster: string, guardPid: number | undefined): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  if (lines[7]?.trim() !== 'ready') return null;
  const pid = Number(lines[0]);
  return parentOf(pid) === guardPid && workingFolder(pid) === cluster ? pid : null;
}

function readLog(path: string, from: number): string {
  return readFileSync(path).subarray(from).toString('utf8');
}

function failureIn(log: string, { path, log: logPath }: DataFolder): StartFailure {
  if (saysDiskFull(log)) return new StartFailure('diskFull', { path });
  if (/lock file .* already exists|pre-existing shared memory block/.test(log)) {
    return new StartFailure('dataDirInUse', { path, pid: 0 });
  }
  const lines = log.trim().split('\n');
  const cause = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '';
  const reason = cause.replace(/^.*?(?:FATAL|PANIC|ERROR): */, '').trim() || 'no message';
  return new StartFailure('postgresWontStart', { reason, log: logPath });
}
