import { createHmac } from 'node:crypto';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { insertMany } from '#platform/db/bulk.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { loginsLike, oneTimePassword } from '../accounts/bulk-commands.ts';
import { loginSource } from '../accounts/login-rules.ts';
import type { Names } from './queries.ts';
import { slipDays } from './rules.ts';

export type SlipHolder = {
  readonly names: Names;
  /** How a login is made for somebody who has no account yet. */
  readonly loginKind: 'initials' | 'firstName';
  /** Null = has no account yet. */
  readonly account: { readonly accountId: string; readonly login: string } | null;
};

export type IssuedSlip = {
  readonly personId: string;
  readonly login: string;
  /** Told once, here; the database keeps its hash. */
  readonly secret: string;
};

/** The hash a secret is found by; the key lies outside the database. */
export function secretHash(key: Buffer, secret: string): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}

/**
 * Gives each holder a slip, and an account to whoever has none. Earlier slips that were not used end. The password
 * somebody has goes on until a slip is used.
 */
export async function issueSlips(
  tx: UnfencedTx,
  actor: Actor,
  given: { readonly holders: readonly SlipHolder[]; readonly slipKey: Buffer; readonly now: Date },
): Promise<{ readonly slips: readonly IssuedSlip[]; readonly expiresAt: Date }> {
  const { holders, slipKey, now } = given;
  const made = await accountsFor(tx, actor, holders);
  const accounts = holders.map(({ names, account }) => account ?? made.get(names.personId));
  const expiresAt = new Date(now.getTime() + slipDays * 86_400_000);
  const slips = holders.map(({ names }, at) => ({
    personId: names.personId,
    accountId: accounts[at]?.accountId ?? '',
    login: accounts[at]?.login ?? '',
    secret: oneTimePassword(),
  }));
  await tx.run(revokeEarlier, [slips.map(({ accountId }) => accountId), now]);
  await tx.run(insertSlips, [
    slips.map(() => uuidv7()),
    slips.map(({ accountId }) => accountId),
    slips.map(({ personId }) => personId),
    slips.map(({ secret }) => secretHash(slipKey, secret)),
    actor.schoolId,
    now,
    actor.personId,
    expiresAt,
  ]);
  await recordAct(tx, {
    ...actor,
    action: 'identity.issueSlips',
    subject: { persons: slips.map(({ personId }) => personId), expiresAt: expiresAt.toISOString() },
  });
  return { slips: slips.map(({ personId, login, secret }) => ({ personId, login, secret })), expiresAt };
}

type Account = { readonly accountId: string; readonly login: string };

async function accountsFor(
  tx: UnfencedTx,
  { schoolId }: Actor,
  holders: readonly SlipHolder[],
): Promise<ReadonlyMap<string, Account>> {
  const without = holders.filter(({ account }) => account === null);
  if (without.length === 0) return new Map();
  const wanted = without.map(({ names, loginKind }) => loginSource()(names, loginKind));
  const login = loginSource(await loginsLike(tx, [...new Set(wanted)]));
  const made = without.map(({ names, loginKind }) => ({
    personId: names.personId,
    accountId: uuidv7(),
    login: login(names, loginKind),
  }));
  await insertMany(
    tx,
    { into: 'directory.account', columns: ['id', 'login'] },
    made.map(({ accountId, login: name }) => [accountId, name]),
  );
  await insertMany(
    tx,
    { into: 'directory.account_person', columns: ['account_id', 'school_id', 'person_id'] },
    made.map(({ accountId, personId }) => [accountId, schoolId, personId]),
  );
  await rightsChanged(tx, { kind: 'accounts', ids: made.map(({ accountId }) => accountId) });
  return new Map(made.map(({ personId, ...account }) => [personId, account]));
}

/** A password of one's own was set: the slips that led to it are spent. */
export async function spendSlips(tx: UnfencedTx, accountId: string, now: Date): Promise<void> {
  await tx.run(spend, [accountId, now]);
}

// Slips of one issue.
const insertSlips = statement(
  'identity.insertSlips',
  `insert into directory.access_slip
     (id, account_id, person_id, secret_hash, school_id, issued_at, issued_by, expires_at)
   select g.*, $5::int, $6::timestamptz, $7::uuid, $8::timestamptz
   from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) as g`,
);

// Unused slips of some accounts end; index access_slip_account.
const revokeEarlier = statement(
  'identity.revokeSlips',
  `update directory.access_slip set revoked_at = $2
   where account_id = any ($1::uuid[]) and used_at is null and revoked_at is null`,
);

// The slips of an account are spent; index access_slip_account.
const spend = statement(
  'identity.spendSlips',
  `update directory.access_slip set used_at = $2 where account_id = $1 and used_at is null and revoked_at is null`,
);
