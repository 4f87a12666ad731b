import type { Command } from './command.ts';

/** Every command, loaded only when it is called: the check runner must not need the server. */
export const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).checkCommand,
  demo: async () => (await import('./demo/command.ts')).demoCommand,
  dev: async () => (await import('./dev.ts')).devCommand,
  import: async () => (await import('./import.ts')).importCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  school: async () => (await import('./school.ts')).schoolCommand,
  start: async () => (await import('./start.ts')).startCommand,
  user: async () => (await import('./user.ts')).userCommand,
  test: async () => (await import('./test.ts')).testCommand,
};
