import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run prove -- <proof> [options]`: runs one proof, or says which there are.

const folder = fileURLToPath(new URL('.', import.meta.url));
const proofs = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'main.ts')
  .map((name) => name.replace(/\.ts$/, ''));

const [name, ...options] = process.argv.slice(2);
if (name !== undefined && proofs.includes(name)) {
  const child = spawn(process.execPath, [`${folder}${name}.ts`, ...options], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  console.log('npm run prove -- <proof> [options]\n');
  for (const known of proofs) console.log(`  ${known}`);
  process.exitCode = name === undefined ? 0 : 1;
}
