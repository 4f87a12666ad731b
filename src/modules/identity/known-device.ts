import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The device cookie: up to five `nonce.proof` joined by `~`, one for each login that signed in
 * here. It signs nobody in; it only shows that this device knew the password before, so strangers'
 * tries elsewhere do not make its owner wait.
 */
const mostLogins = 5;
const separator = '~';

/** The device's nonce for a login, or null when it never signed in here. */
export function knownDevice(key: Buffer, cookie: string | null, login: string): string | null {
  for (const entry of (cookie ?? '').split(separator).slice(0, mostLogins)) {
    const [nonce = '', proof = ''] = entry.split('.');
    const right = proofOf(key, nonce, login);
    const given = Buffer.from(proof, 'base64url');
    if (given.length === right.length && timingSafeEqual(given, right)) return nonce;
  }
  return null;
}

/** The cookie with this login first; the oldest login falls out. */
export function deviceCookie(key: Buffer, cookie: string | null, login: string): string {
  const known = knownDevice(key, cookie, login);
  const nonce = known ?? randomBytes(12).toString('base64url');
  const others = (cookie ?? '')
    .split(separator)
    .filter((entry) => shape.test(entry) && !entry.startsWith(`${nonce}.`));
  const own = `${nonce}.${proofOf(key, nonce, login).toString('base64url')}`;
  return [own, ...others].slice(0, mostLogins).join(separator);
}

const shape = /^[\w-]{16}\.[\w-]{43}$/;

function proofOf(key: Buffer, nonce: string, login: string): Buffer {
  return createHmac('sha256', key).update(`${nonce}|${login}`, 'utf8').digest();
}
