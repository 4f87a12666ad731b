import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import type { FactorState } from './rules.ts';

/** Whether an account has a second factor, inside another statement. `account` is the alias of its row. */
export const hasFactorSql = (account: string): string =>
  `(exists (select from directory.totp_factor t where t.account_id = ${account}.id and t.confirmed_at is not null)
    or exists (select from directory.passkey k where k.account_id = ${account}.id))`;

export async function factorState(tx: UnfencedTx, accountId: string, now: Date): Promise<FactorState> {
  const [state] = await tx.rows<FactorState>(stateOfFactor, [accountId, now]);
  return state ?? { appSince: null, codesLeft: 0, trustedDevices: 0 };
}

export type StoredSecret = {
  readonly secret: Buffer | null;
  readonly lastStep: string;
  readonly pending: Buffer | null;
  readonly pendingAt: string | null;
};

/** The encrypted secrets of an account, held until the transaction ends; null when there is none. */
export async function holdSecrets(tx: UnfencedTx, accountId: string): Promise<StoredSecret | null> {
  const [row] = await tx.rows<StoredSecret>(secretsOfAccount, [accountId]);
  return row ?? null;
}

/** A sign-in whose password was right. */
export type HalfSignIn = {
  readonly accountId: string;
  readonly login: string;
  readonly needsOwnPassword: boolean;
  readonly isShared: boolean;
};

/** The half sign-in of a cookie while it may still be completed. */
export async function halfSignIn(tx: UnfencedTx, tokenHash: Buffer, now: Date): Promise<HalfSignIn | null> {
  const [row] = await tx.rows<HalfSignIn>(halfByToken, [tokenHash, now]);
  return row ?? null;
}

/** Is one of the cookie's tokens one of this account's remembered browsers? */
export async function isTrusted(
  tx: UnfencedTx,
  { accountId, tokens, now }: { accountId: string; tokens: readonly Buffer[]; now: Date },
): Promise<boolean> {
  if (tokens.length === 0) return false;
  return (await tx.text(trustedByTokens, [accountId, tokens, now])) === 'true';
}

// Factor, codes and remembered browsers of an account; primary key and the indexes on account_id.
const stateOfFactor = statement(
  'identity.factorState',
  `select (select confirmed_at from directory.totp_factor where account_id = $1) as "appSince",
    (select count(*)::int from directory.recovery_code where account_id = $1 and used_at is null) as "codesLeft",
    (select count(*)::int from directory.trusted_device where account_id = $1 and expires_at > $2) as "trustedDevices"`,
);

// Locks the secrets of an account; primary key.
const secretsOfAccount = statement(
  'identity.holdSecrets',
  `select secret_enc as secret, last_step as "lastStep", pending_enc as pending, pending_at as "pendingAt"
   from directory.totp_factor where account_id = $1 for update`,
);

// A half sign-in with its account; primary key.
const halfByToken = statement(
  'identity.halfSignIn',
  `select h.account_id as "accountId", a.login, h.needs_own_password as "needsOwnPassword", h.is_shared as "isShared"
   from directory.half_sign_in h join directory.account a on a.id = h.account_id
   where h.token_hash = $1 and h.expires_at > $2 and a.disabled_at is null`,
);

// One of some remembered browsers; primary key.
const trustedByTokens = statement(
  'identity.isTrusted',
  `select exists (select from directory.trusted_device
     where token_hash = any ($2::bytea[]) and account_id = $1 and expires_at > $3)::text`,
);
