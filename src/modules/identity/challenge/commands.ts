import { createHmac } from 'node:crypto';
import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { IncomingRequest } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { countAttempt } from '../sign-in/throttle-commands.ts';
import { networkOf } from '../sign-in/throttle-rules.ts';
import { readSolution, type TypedChallenge } from './rules.ts';

/** A phone works on it for a second or two while the form is filled in; a thousand forms cost a machine half an hour. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1_000, least: 400, most: 800 };
/** A form that lies open for longer is a form without a solution. */
const validMs = 60 * 60_000;

/** A piece of work for the browser of a public form, as text for its hidden field. */
export async function newChallenge({ challengeKey, clock }: IdentityParts): Promise<string> {
  const challenge = await createChallenge({
    algorithm: work.algorithm,
    cost: work.cost,
    counter: randomInt(work.least, work.most),
    deriveKey,
    // Not the library's expiry: that one is compared with the machine's clock.
    data: { until: clock.now().getTime() + validMs },
    ...keysOf(challengeKey),
  });
  return JSON.stringify(challenge);
}

/**
 * Lets a public form through whose browser has done its work, once for each piece. Without it (no script, an old form)
 * a network is let through a few times an hour: refuses with `challenge.slowDown` and the seconds to wait.
 */
export async function passChallenge(
  parts: IdentityParts,
  { ip }: IncomingRequest,
  typed: TypedChallenge,
): Promise<void> {
  if (await isSolved(parts, typed)) return;
  const name = named(parts, `unsolved|${networkOf(ip)}`);
  const seconds = await parts.database.identity((tx) =>
    countAttempt(tx, [{ kind: 'unsolved', name }], parts.clock.now()),
  );
  if (seconds > 0) refuse('challenge.slowDown', { seconds }, 429);
}

async function isSolved(parts: IdentityParts, typed: TypedChallenge): Promise<boolean> {
  const given = readSolution(typed);
  if (given === null || given.challenge.signature === undefined) return false;
  const { challenge, solution } = given;
  if (Number(challenge.parameters.data?.['until'] ?? 0) < parts.clock.now().getTime()) return false;
  try {
    const verdict = await verifySolution({ challenge, solution, deriveKey, ...keysOf(parts.challengeKey) });
    if (!verdict.verified) return false;
  } catch {
    // What is no challenge of ours need not be told apart from a wrong one.
    return false;
  }
  return spent(parts, challenge);
}

async function spent(parts: IdentityParts, { signature }: Challenge): Promise<boolean> {
  const name = named(parts, `solved|${signature ?? ''}`);
  const rows = await parts.database.identity((tx) => tx.rows(spendChallenge, [name, parts.clock.now()]));
  return rows.length === 1;
}

const named = ({ throttleKey }: IdentityParts, text: string) =>
  createHmac('sha256', throttleKey).update(text).digest();

const keysOf = (key: Buffer) => ({
  hmacSignatureSecret: createHmac('sha256', key).update('challenge').digest('hex'),
  hmacKeySignatureSecret: createHmac('sha256', key).update('solution').digest('hex'),
});

// A solved challenge is remembered among the counters until its time is over; primary key.
const spendChallenge = statement(
  'identity.spendChallenge',
  `insert into directory.sign_in_throttle (bucket, failures, window_start) values ($1, 1, $2)
   on conflict (bucket) do nothing returning 1 as spent`,
);
