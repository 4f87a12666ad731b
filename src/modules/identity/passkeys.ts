import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingRequest } from '#platform/actor.ts';
import type { Config } from '#platform/config.ts';

/** The site passkeys belong to. */
export type RelyingParty = { readonly id: string; readonly origin: string };

/**
 * The site as the browser sees it, or null where browsers make no passkeys: the address is a number, or the connection
 * is neither encrypted nor of this machine.
 */
export function relyingParty(
  { transport }: Pick<Config, 'transport'>,
  { protocol, host }: Pick<IncomingRequest, 'protocol' | 'host'>,
): RelyingParty | null {
  const id = host.replace(/:\d+$/u, '').toLowerCase();
  const isNumber = id.startsWith('[') || /^\d+(\.\d+){3}$/u.test(id);
  if (transport === 'insecure' || isNumber) return null;
  return { id, origin: `${protocol}://${host}` };
}

/** A challenge is answered within this time. Milliseconds. */
export const challengeMs = 5 * 60_000;
const nonceBytes = 16;
const timeBytes = 6;

/** What is signed: good for one purpose alone, and stored nowhere. */
export type ChallengeFor = { readonly key: Buffer; readonly purpose: string; readonly now: Date };

export function newChallenge(at: ChallengeFor): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(nonceBytes + timeBytes);
  randomBytes(nonceBytes).copy(head);
  head.writeUIntBE(at.now.getTime() + challengeMs, nonceBytes, timeBytes);
  return Uint8Array.from(Buffer.concat([head, proofOf(at, head)]));
}

/** Did we make this challenge for this purpose, lately? */
export function isOwnChallenge(at: ChallengeFor, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const head = bytes.subarray(0, nonceBytes + timeBytes);
  const proof = proofOf(at, head);
  const given = bytes.subarray(nonceBytes + timeBytes);
  if (given.length !== proof.length || !timingSafeEqual(given, proof)) return false;
  return head.readUIntBE(nonceBytes, timeBytes) > at.now.getTime();
}

function proofOf({ key, purpose }: ChallengeFor, head: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}|`).update(head).digest();
}
