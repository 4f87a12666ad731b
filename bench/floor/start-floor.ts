import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FloorPlan } from './server.ts';

export type Floor = { readonly port: number; readonly pid: number; stop(): Promise<void> };

const server = fileURLToPath(new URL('./server.ts', import.meta.url));

/** Starts the bare reference server in a process of its own, on a free port. */
export async function startFloor(plan: FloorPlan): Promise<Floor> {
  const child = fork(server);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number }>();
  child.once('message', resolve);
  child.once('exit', (code) => reject(new Error(`the floor server ended with ${code}`)));
  child.send(plan);
  const { port } = await promise;
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
