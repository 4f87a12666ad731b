import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run bench -- <measurement> [options]`: runs one measurement, or says which there are.

const folder = fileURLToPath(new URL('.', import.meta.url));
const measurements = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'main.ts')
  .map((name) => name.replace(/\.ts$/, ''));

const [name, ...options] = process.argv.slice(2);
if (name !== undefined && measurements.includes(name)) {
  const child = spawn(process.execPath, [`${folder}${name}.ts`, ...options], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  console.log('npm run bench -- <measurement> [--json] [--rounds N] [--seconds N] [--port N] [--data DIR]\n');
  for (const known of measurements) console.log(`  ${known.padEnd(14)} ${headOf(known)}`);
  process.exitCode = name === undefined ? 0 : 1;
}

/** The comment a measurement begins with. */
function headOf(measurement: string): string {
  const text = readFileSync(`${folder}${measurement}.ts`, 'utf8');
  return /^\/\/ (.*(?:\n\/\/ .*)*)/m.exec(text)?.[1]?.replaceAll('\n// ', ' ') ?? '';
}
