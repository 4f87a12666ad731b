import type { TestProject } from 'vitest/node';
import { startMailServer } from './server.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be extended
  interface ProvidedContext {
    /** Null where OpenSMTPD cannot run: it needs root. */
    mailServer: { readonly address: string; readonly boxes: string } | null;
  }
}

/** Vitest's global setup: one real mail server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMailServer();
  if (server === null) process.stderr.write('Letters are not tested: OpenSMTPD needs root.\n');
  project.provide('mailServer', server && { address: server.address, boxes: server.boxes });
  return async () => {
    await server?.stop();
  };
}
