import { hkdfSync } from 'node:crypto';
import type { ActorPort } from '#platform/actor.ts';
import type { Config, Secrets } from '#platform/config.ts';
import type { Core } from '#platform/platform.ts';
import { blindIndex, type BlindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher, type FieldCipher } from '#platform/secrets/field-cipher.ts';
import { passwordHashes, type PasswordHashes } from './password-hashes.ts';
import { sessionStore, type SessionStore } from './session-store.ts';

/** What the module's commands and routes work with; one for each server. */
export type IdentityParts = Pick<Core, 'database' | 'clock' | 'mail'> & {
  readonly sessions: SessionStore;
  readonly hashes: PasswordHashes;
  readonly sessionCookie: Config['sessionCookie'];
  readonly deviceCookieName: string;
  readonly throttleKey: Buffer;
  readonly deviceKey: Buffer;
  readonly slipKey: Buffer;
  /** Of codes that go out by letter. */
  readonly codeKey: Buffer;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly recoveryKey: Buffer;
  readonly challengeKey: Buffer;
  readonly transport: Config['transport'];
  /** Lets a promise run on; its failure is logged, and the stop waits for it. */
  readonly background: (work: Promise<unknown>) => void;
  readonly settled: () => Promise<void>;
};

export function identityParts(core: Core): IdentityParts {
  const { secrets } = core;
  const { sessionCookie } = core.config;
  const running = new Set<Promise<unknown>>();
  return {
    database: core.database,
    clock: core.clock,
    mail: core.mail,
    sessions: sessionStore(core),
    hashes: passwordHashes(secrets),
    sessionCookie,
    deviceCookieName: `${sessionCookie.name}-device`,
    throttleKey: derivedKey(secrets, 'sign-in throttle'),
    deviceKey: derivedKey(secrets, 'known devices'),
    slipKey: derivedKey(secrets, 'access slips'),
    codeKey: derivedKey(secrets, 'codes by letter'),
    cipher: fieldCipher(secrets),
    index: blindIndex(secrets),
    challengeKey: derivedKey(secrets, 'passkey challenges'),
    transport: core.config.transport,
    recoveryKey: derivedKey(secrets, 'recovery codes'),
    background(work) {
      const watched = work
        .catch((error: unknown) =>
          core.log.error({ err: error, module: 'identity' }, 'background work failed'),
        )
        .finally(() => running.delete(watched));
      running.add(watched);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

/** Which parts stand behind a server's port: routes get the platform, which knows the port only. */
const partsOfPort = new WeakMap<ActorPort, IdentityParts>();

export function registerParts<Port extends ActorPort>(port: Port, parts: IdentityParts): Port {
  partsOfPort.set(port, parts);
  return port;
}

export function partsOf({ actors }: { readonly actors: ActorPort }): IdentityParts {
  const parts = partsOfPort.get(actors);
  if (!parts) throw new Error('this server’s accounts are not kept by the identity module');
  return parts;
}

function derivedKey({ blindIndexKey }: Secrets, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', blindIndexKey, Buffer.alloc(0), purpose, 32));
}
