import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { StartFailure } from '../start-failure.ts';
import { roleNames, type RoleName } from '../roles.ts';

/** Generated passwords of the cluster: its administrator's and one per role. */
export type Secrets = Readonly<Record<'administrator' | RoleName, string>>;

/**
 * Reads the passwords beside the data (a file for its owner only), or makes them for a new cluster.
 * A cluster without its passwords is of no use: StartFailure `secretsMissing`.
 */
export async function keptSecrets(path: string, clusterExists: boolean): Promise<Secrets> {
  const kept = await readSecrets(path);
  if (kept) return kept;
  if (clusterExists) throw new StartFailure('secretsMissing', { path });
  const made = Object.fromEntries(
    (['administrator', ...roleNames] as const).map((name) => [name, randomBytes(24).toString('base64url')]),
  ) as Secrets;
  await writeFile(`${path}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
  return made;
}

async function readSecrets(path: string): Promise<Secrets | null> {
  try {
    const secrets = JSON.parse(await readFile(path, 'utf8')) as Partial<Secrets>;
    const whole = (['administrator', ...roleNames] as const).every(
      (name) => typeof secrets[name] === 'string',
    );
    return whole ? (secrets as Secrets) : null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || code === 'ENOENT') return null;
    throw error;
  }
}
