import { processesIn } from '#platform/db/embedded/process-table.ts';
import { startDemo, type DemoServer } from '../../../bench/harness/demo-server.ts';

/** What is killed without a word. */
export type Victim = 'server' | 'database' | 'both';

export const victims: readonly Victim[] = ['server', 'database', 'both'];

export type Place = { readonly port: number; readonly data: string; readonly cluster: string };

/** Kills with SIGKILL; a killed server is started anew at once, the database is its supervisor's affair. */
export async function kill(victim: Victim, server: DemoServer, at: Place): Promise<DemoServer> {
  if (victim !== 'database') process.kill(server.pid, 'SIGKILL');
  if (victim !== 'server') killDatabase(at.cluster);
  if (victim === 'database') return server;
  await server.ended;
  return startDemo(at);
}

/** The postmaster and every process it has started: all of them work in the cluster's folder. */
function killDatabase(cluster: string): void {
  const pids = processesIn(cluster);
  if (pids.length === 0) throw new Error('no database process was found to kill');
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  }
}
