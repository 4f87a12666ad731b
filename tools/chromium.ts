import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/**
 * The browser for the journeys: `PARTA_CHROMIUM`, or where distributions install it; `null` = none.
 */
export function findChromium(): string | null {
  return places().find(isExecutable) ?? null;
}

/** Only root on a machine with Debian's package tools can install it without asking anybody. */
export function canInstallChromium(): boolean {
  return process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
}

/** Installs Debian's Chromium and answers its path; throws with the last line apt-get said. */
export async function installChromium(): Promise<string> {
  let said = '';
  // A mirror that is being updated fails now and again; the second attempt reads fresh lists.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    said = await aptGet('update');
    said = (await aptGet('install', '-y', '--no-install-recommends', 'chromium')) || said;
    const path = findChromium();
    if (path !== null) return path;
  }
  throw new Error(said === '' ? 'apt-get' : said);
}

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function places(): readonly string[] {
  const named = process.env['PARTA_CHROMIUM'];
  return named === undefined || named === '' ? usualPlaces : [named];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Answers the last line of what went wrong, or an empty text. */
function aptGet(...args: readonly string[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const child = spawn('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.on('error', (error) => resolve(error.message));
  child.on('close', (code) => resolve(code === 0 ? '' : (said.trim().split('\n').at(-1) ?? '')));
  return promise;
}
