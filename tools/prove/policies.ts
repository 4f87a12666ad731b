import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Plants the mistakes people make in policies, one at a time in every route, and asks the table of permissions who notices.

const config = fileURLToPath(new URL('policies/vitest.config.ts', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const child = spawn(process.execPath, [vitest, 'run', '--config', config, '--disable-console-intercept'], {
  stdio: 'inherit',
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
