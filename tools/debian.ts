import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** Only root on a machine with Debian's package tools can install without asking anybody. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
}

/** Installs a package until `find` answers where it is; throws with the last line apt-get said. */
export async function installPackage(name: string, find: () => string | null): Promise<string> {
  let said = '';
  // A mirror that is being updated fails now and again; the second attempt reads fresh lists.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    said = await aptGet('update');
    said = (await aptGet('install', '-y', '--no-install-recommends', name)) || said;
    const path = find();
    if (path !== null) return path;
  }
  throw new Error(said === '' ? 'apt-get' : said);
}

export function isExecutable(path: string): boolean {
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
