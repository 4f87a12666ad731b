import type { TestProject } from 'vitest/node';
import { type MailServer, startMailServer } from './server.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be extended
  interface ProvidedContext {
    mailServer: Pick<MailServer, 'address' | 'boxes' | 'bounces'>;
  }
}

/** Vitest's global setup: one real mail server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, boxes, bounces, stop } = await startMailServer();
  project.provide('mailServer', { address, boxes, bounces });
  return stop;
}
