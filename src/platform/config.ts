import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigFault } from './config-fault.ts';
import { type MailSettings, readMailSettings } from './mail/settings.ts';

/** How the browser reaches the server; cookies, HSTS and what the product can offer hang on it. */
export type Transport = 'tls' | 'proxy' | 'loopback' | 'insecure';

export type Config = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDirectory: string;
  readonly transport: Transport;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Networks of the proxies whose `X-Forwarded-…` is believed; null believes nobody. */
  readonly trustProxy: readonly string[] | null;
  /** `__Host-` needs a secure context; plain HTTP off loopback has none. */
  readonly sessionCookie: { readonly name: string; readonly secure: boolean };
  /** Bytes of the largest file people may attach. */
  readonly largestFile: number;
  /** Where people find this Parta, for letters; null = they name pages alone. */
  readonly origin: string | null;
  /** How letters leave; null = no mail. */
  readonly mail: MailSettings | null;
};

/** What the command line may give; it wins over the environment. */
export type ConfigFlags = {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly trustProxy?: string | undefined;
  readonly insecureHttp?: boolean | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings from flags, else `PARTA_HOST`, `PARTA_PORT`, `PARTA_DATA`, `PARTA_TLS_CERT`,
 * `PARTA_TLS_KEY`, `PARTA_TRUST_PROXY` (networks by comma), else loopback, 8080 and `.parta`. `PARTA_FILE_MB` is the
 * largest file people may attach, 20 MB unless given, `PARTA_ORIGIN` where letters say Parta is. Mail: `mail/settings.ts`.
 * Throws ConfigFault, or the system error of an unreadable certificate.
 */
export function readConfig(flags: ConfigFlags, environment: Environment): Config {
  const host = flags.host ?? environment['PARTA_HOST'] ?? '127.0.0.1';
  const tls = readTls(
    flags.tlsCert ?? environment['PARTA_TLS_CERT'],
    flags.tlsKey ?? environment['PARTA_TLS_KEY'],
  );
  const trustProxy = networks(flags.trustProxy ?? environment['PARTA_TRUST_PROXY']);
  const transport = transportOf({ host, tls: tls !== null, proxied: trustProxy !== null });
  if (transport === 'insecure' && flags.insecureHttp !== true) {
    throw new ConfigFault('plainHttpOffLoopback', host);
  }
  return {
    host,
    port: portOf(flags.port ?? environment['PARTA_PORT'] ?? '8080'),
    dataDirectory: flags.data ?? environment['PARTA_DATA'] ?? '.parta',
    transport,
    tls,
    trustProxy,
    sessionCookie:
      transport === 'insecure'
        ? { name: 'parta-insecure', secure: false }
        : { name: '__Host-parta', secure: true },
    largestFile: megabytesOf(environment['PARTA_FILE_MB'] ?? '20'),
    origin: originOf(environment['PARTA_ORIGIN'] ?? ''),
    mail: readMailSettings(environment),
  };
}

/** Keys that must never lie in the database: 32 bytes each. */
export type Secrets = {
  /** Keys the HMAC applied to passwords before argon2id. */
  readonly passwordPepper: Buffer;
  /** Keys the HMAC under which SNILS, phones and e-mails are found. */
  readonly blindIndexKey: Buffer;
  /** Wraps the keys that encrypt SNILS and document numbers. */
  readonly encryptionKey: Buffer;
};

/**
 * The installation's secrets from `<data>/secrets/keys.json`, made on the first start, readable by
 * its owner only. Without this file the encrypted columns are lost, so backups hold it. Several
 * servers on one database need the same keys: `PARTA_PEPPER`, `PARTA_BLIND_INDEX_KEY` and
 * `PARTA_ENCRYPTION_KEY` (32 bytes in base64) win over the file.
 */
export function readSecrets(dataDirectory: string, environment: Environment = process.env): Secrets {
  const folder = join(dataDirectory, 'secrets');
  const file = join(folder, 'keys.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64')]));
  try {
    writeFileSync(file, JSON.stringify(fresh, null, 2), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return parseSecrets(readFileSync(file, 'utf8'), { file, environment });
}

const secretNames = ['passwordPepper', 'blindIndexKey', 'encryptionKey'] as const;

const secretVariables: Readonly<Record<(typeof secretNames)[number], string>> = {
  passwordPepper: 'PARTA_PEPPER',
  blindIndexKey: 'PARTA_BLIND_INDEX_KEY',
  encryptionKey: 'PARTA_ENCRYPTION_KEY',
};

function parseSecrets(text: string, from: { file: string; environment: Environment }): Secrets {
  const { file, environment } = from;
  let stored: Record<string, unknown>;
  try {
    stored = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new ConfigFault('secretsBroken', file);
  }
  const key = (name: (typeof secretNames)[number]) => {
    const given = environment[secretVariables[name]];
    const bytes = Buffer.from(given ?? String(stored[name] ?? ''), 'base64');
    if (bytes.length !== 32) throw new ConfigFault('secretsBroken', given ? secretVariables[name] : file);
    return bytes;
  };
  return {
    passwordPepper: key('passwordPepper'),
    blindIndexKey: key('blindIndexKey'),
    encryptionKey: key('encryptionKey'),
  };
}

function readTls(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (!cert && !key) return null;
  if (!cert || !key) throw new ConfigFault('tlsIncomplete', cert ? 'tls-key' : 'tls-cert');
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

function networks(text: string | undefined): readonly string[] | null {
  const list = (text ?? '').split(',').flatMap((part) => part.trim() || []);
  return list.length > 0 ? list : null;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new ConfigFault('portInvalid', text);
  return port;
}

function megabytesOf(text: string): number {
  const megabytes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (megabytes < 1 || megabytes > 200) throw new ConfigFault('fileSizeInvalid', text);
  return megabytes * 1024 * 1024;
}

function originOf(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.pathname !== '/' || url.username !== '')
    throw new ConfigFault('originInvalid', text);
  return url.origin;
}

function transportOf(at: { host: string; tls: boolean; proxied: boolean }): Transport {
  if (at.tls) return 'tls';
  if (at.proxied) return 'proxy';
  return isLoopback(at.host) ? 'loopback' : 'insecure';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
