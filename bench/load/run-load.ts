import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadPlan, LoadResult } from './plan.ts';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Runs a plan in a process of its own; throws when any answer was not a success. `measuring` is called
 * when the warming-up is over.
 */
export async function runLoad(plan: LoadPlan, measuring: () => void = () => {}): Promise<LoadResult> {
  const child = fork(worker);
  const { promise, resolve, reject } = Promise.withResolvers<LoadResult>();
  child.on('message', (said: 'measuring' | { result?: LoadResult; error?: string }) => {
    if (said === 'measuring') measuring();
    else if (said.result) resolve(said.result);
    else reject(new Error(said.error));
  });
  child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
  child.send(plan);
  const result = await promise;
  if (result.failures > 0)
    throw new Error(`${result.failures} answers failed; the first: ${result.firstFailure}`);
  return result;
}
