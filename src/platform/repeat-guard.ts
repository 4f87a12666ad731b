import type { Actor } from './actor.ts';
import { statement, type Tx } from './db/tx.ts';
import type { CommandKey } from './idempotency-types.ts';
import { Problem } from './problem.ts';

/** Who repeats: keys of two accounts never meet. */
export type KeyHolder = Pick<Actor, 'schoolId' | 'accountId'>;

/**
 * The first part of a command in one statement: inserts the key and gives one row when it is new, none when the
 * command ran before (then `storedResult` answers). Every write of the statement hangs on it: `from key, …`.
 * Parameters $1 to $6 are `keyValues`; two requests with one key wait for each other here.
 */
export const keyPart = keyPartWhere('true');

/** `keyPart` that gives no row either where a condition does not hold: then nothing at all is written. */
export function keyPartWhere(condition: string): string {
  return `key as (
    insert into platform.idempotency_key (school_id, account_id, key, endpoint, request_hash, result)
    select $1::int, $2::uuid, $3::uuid, $4::text, $5::bytea, $6::jsonb where ${condition}
    on conflict (school_id, account_id, key) do nothing
    returning key
  )`;
}

/** $1 to $6 of `keyPart`; `result` is what a repeated request is answered from: versions, not values. */
export function keyValues(holder: KeyHolder, key: CommandKey, result: unknown): unknown[] {
  return [holder.schoolId, holder.accountId, key.key, key.endpoint, key.requestHash, JSON.stringify(result)];
}

/**
 * Claims the key for a command of several statements. Null = it is new: go on, and `keepResult` at the end; else the
 * result of the first time. Throws `idempotencyKeyReused` (422).
 */
export async function claimKey<Result>(
  tx: Tx<never>,
  holder: KeyHolder,
  key: CommandKey,
): Promise<Result | null> {
  const claimed = await tx.run(insertKey, keyValues(holder, key, null));
  return claimed === 1 ? null : storedResult<Result>(tx, holder, key);
}

/** The result of the request that used this key first. Throws `idempotencyKeyReused` (422) when it was another one. */
export async function storedResult<Result>(
  tx: Tx<never>,
  holder: KeyHolder,
  key: CommandKey,
): Promise<Result> {
  const [stored] = await tx.rows<{ isSame: boolean; result: Result }>(findKey, [
    holder.schoolId,
    holder.accountId,
    key.key,
    key.endpoint,
    key.requestHash,
  ]);
  if (!stored?.isSame) throw new Problem('idempotencyKeyReused', 422);
  return stored.result;
}

/** Writes the result beside a key claimed in the same transaction. */
export async function keepResult(
  tx: Tx<never>,
  holder: KeyHolder,
  kept: { readonly key: CommandKey; readonly result: unknown },
): Promise<void> {
  await tx.run(updateKey, [holder.schoolId, holder.accountId, kept.key.key, JSON.stringify(kept.result)]);
}

// Claims a key.
const insertKey = statement('platform.claimKey', `with ${keyPart} select key from key`);

// The key of an account, and whether it was given for the same request.
const findKey = statement(
  'platform.findKey',
  `select endpoint = $4::text and request_hash = $5::bytea as "isSame", result
   from platform.idempotency_key where school_id = $1::int and account_id = $2::uuid and key = $3::uuid`,
);

// The result, in the transaction that claimed the key.
const updateKey = statement(
  'platform.keepResult',
  `update platform.idempotency_key set result = $4::jsonb
   where school_id = $1::int and account_id = $2::uuid and key = $3::uuid`,
);
