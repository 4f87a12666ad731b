import { createHmac } from 'node:crypto';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { FieldPlace } from '#platform/secrets/field-cipher.ts';
import { oneTimePassword } from '../accounts/bulk-commands.ts';
import { typedSecret } from '../access-slips/rules.ts';
import type { By } from '../accounts/commands.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { endSessionsOf } from '../sessions/commands.ts';
import { accountByLogin } from '../sign-in/queries.ts';
import { normaliseLogin } from '../sign-in/rules.ts';
import { hasFactorSql, holdSecrets } from './queries.ts';
import { newSecret, stepOf } from '../authenticator-app.ts';
import { pendingSecretMs, recoveryCodes, typedCode } from './rules.ts';
import { recordSecurityEvent, type SecurityEventKind } from './security-events.ts';

type Whose = { readonly accountId: string; readonly now: Date };
type Keys = Pick<IdentityParts, 'cipher' | 'recoveryKey'>;

const secretPlace = (accountId: string, column: 'secret_enc' | 'pending_enc'): FieldPlace => ({
  table: 'directory.totp_factor',
  id: accountId,
  column,
});

/** Makes a new secret that waits for its first code; the one in use goes on meanwhile. */
export async function startApp(tx: UnfencedTx, { cipher }: Keys, { accountId, now }: Whose): Promise<void> {
  const closed = cipher.encrypt(newSecret(), secretPlace(accountId, 'pending_enc'));
  await tx.run(writePending, [accountId, closed, now]);
}

/** The secret that waits for its first code, in base32; null when there is none or it waited too long. */
export async function pendingSecret(
  tx: UnfencedTx,
  { cipher }: Keys,
  { accountId, now }: Whose,
): Promise<string | null> {
  const stored = await holdSecrets(tx, accountId);
  if (!stored?.pending || now.getTime() - Date.parse(stored.pendingAt ?? '') > pendingSecretMs) return null;
  return cipher.decrypt(stored.pending, secretPlace(accountId, 'pending_enc'));
}

/** Takes the waiting secret into use by its first code. False when the code does not fit. */
export async function confirmApp(
  tx: UnfencedTx,
  keys: Keys,
  { accountId, now, typed, by }: Whose & { readonly typed: string; readonly by: By },
): Promise<boolean> {
  const secret = await pendingSecret(tx, keys, { accountId, now });
  const code = typedCode(typed);
  const step = secret === null || code === null ? null : stepOf(secret, code, now);
  if (secret === null || step === null) return false;
  const closed = keys.cipher.encrypt(secret, secretPlace(accountId, 'secret_enc'));
  await tx.run(takeSecret, [accountId, closed, now, step]);
  await tellFactor(tx, by, { accountId, now, kind: 'appAdded' });
  return true;
}

/** Ten new codes as printed once; earlier ones end. */
export async function renewRecoveryCodes(
  tx: UnfencedTx,
  { recoveryKey }: Keys,
  { accountId, now, by }: Whose & { readonly by: By },
): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => oneTimePassword());
  await tx.run(dropCodes, [accountId]);
  await tx.run(insertCodes, [accountId, codes.map((code) => codeHash(recoveryKey, code))]);
  await tellFactor(tx, by, { accountId, now, kind: 'codesRenewed' });
  return codes;
}

/** Takes a code of the application; each is good once. */
export async function takeAppCode(
  tx: UnfencedTx,
  { cipher }: Keys,
  { accountId, now, typed }: Whose & { readonly typed: string },
): Promise<boolean> {
  const code = typedCode(typed);
  const stored = code === null ? null : await holdSecrets(tx, accountId);
  if (code === null || !stored?.secret) return false;
  const step = stepOf(cipher.decrypt(stored.secret, secretPlace(accountId, 'secret_enc')), code, now);
  if (step === null || step <= Number(stored.lastStep)) return false;
  await tx.run(writeStep, [accountId, step]);
  return true;
}

/** Takes a recovery code; each is good once. */
export async function takeRecoveryCode(
  tx: UnfencedTx,
  { recoveryKey }: Keys,
  { accountId, now, typed }: Whose & { readonly typed: string },
): Promise<boolean> {
  const code = typedSecret(typed);
  if (code === null) return false;
  const isTaken = (await tx.run(useCode, [accountId, codeHash(recoveryKey, code), now])) === 1;
  if (isTaken) await tellFactor(tx, null, { accountId, now, kind: 'recoveryCodeUsed' });
  return isTaken;
}

/** Removes the application; without any factor codes and remembered browsers end too. */
export async function removeApp(tx: UnfencedTx, { accountId, now, by }: Whose & { by: By }): Promise<void> {
  if ((await tx.run(dropApp, [accountId])) === 0) return;
  await tidyFactor(tx, accountId);
  await tellFactor(tx, by, { accountId, now, kind: 'appRemoved' });
}

/** Takes every factor of an account away: somebody else vouches for its owner, whom the account tells of it. */
export async function resetFactor(tx: UnfencedTx, { accountId, now, by }: Whose & { by: By }): Promise<void> {
  await tx.run(dropApp, [accountId]);
  await tx.run(dropPasskeys, [accountId]);
  await tidyFactor(tx, accountId);
  await endSessionsOf(tx, accountId, now);
  await tellFactor(tx, by, { accountId, now, kind: 'factorReset' });
}

/** The same by the login, from the command line. */
export async function resetFactorOf(
  tx: UnfencedTx,
  login: string,
  now: Date,
): Promise<'unknown' | 'none' | 'done'> {
  const account = await accountByLogin(tx, normaliseLogin(login), now);
  if (!account) return 'unknown';
  if (!account.hasFactor) return 'none';
  await resetFactor(tx, { accountId: account.id, now, by: null });
  return 'done';
}

/** All remembered browsers are asked again. */
export async function forgetDevices(tx: UnfencedTx, accountId: string): Promise<void> {
  await tx.run(dropTrusted, [accountId]);
}

/** Without any factor codes and remembered browsers are of no use. */
export async function tidyFactor(tx: UnfencedTx, accountId: string): Promise<void> {
  const [state] = await tx.rows<{ hasFactor: boolean }>(anyFactor, [accountId]);
  if (state?.hasFactor === true) return;
  await tx.run(dropCodes, [accountId]);
  await tx.run(dropTrusted, [accountId]);
}

/** Says in the audit and to the account’s owner what happened to a factor. */
export async function tellFactor(
  tx: UnfencedTx,
  by: By,
  { accountId, now, kind }: Whose & { readonly kind: SecurityEventKind },
): Promise<void> {
  await recordSecurityEvent(tx, { accountId, kind, now });
  await rightsChanged(tx, { kind: 'accounts', ids: [accountId] });
  await recordAct(tx, {
    schoolId: noSchool,
    accountId: by?.accountId ?? null,
    personId: null,
    sessionId: by?.sessionId ?? null,
    action: `identity.${kind}`,
    subject: { accountId },
  });
}

function codeHash(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}

// A secret that waits for its first code; primary key.
const writePending = statement(
  'identity.startApp',
  `insert into directory.totp_factor (account_id, pending_enc, pending_at) values ($1, $2, $3)
   on conflict (account_id) do update set pending_enc = excluded.pending_enc, pending_at = excluded.pending_at`,
);

// The waiting secret is in use; primary key.
const takeSecret = statement(
  'identity.confirmApp',
  `update directory.totp_factor
   set secret_enc = $2, confirmed_at = $3, last_step = $4, pending_enc = null, pending_at = null
   where account_id = $1`,
);

// The step of a code that was taken; primary key.
const writeStep = statement(
  'identity.takeAppCode',
  'update directory.totp_factor set last_step = $2 where account_id = $1',
);

// No application any more; primary key.
const dropApp = statement('identity.removeApp', 'delete from directory.totp_factor where account_id = $1');

// No passkey any more; index passkey_account.
const dropPasskeys = statement(
  'identity.removePasskeys',
  'delete from directory.passkey where account_id = $1',
);

// Recovery codes of an account.
const insertCodes = statement(
  'identity.insertRecoveryCodes',
  'insert into directory.recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])',
);

// All recovery codes of an account; index recovery_code_account.
const dropCodes = statement(
  'identity.dropRecoveryCodes',
  'delete from directory.recovery_code where account_id = $1',
);

// A recovery code is used; primary key.
const useCode = statement(
  'identity.useRecoveryCode',
  `update directory.recovery_code set used_at = $3
   where account_id = $1 and code_hash = $2 and used_at is null`,
);

// Remembered browsers of an account; index trusted_device_account.
const dropTrusted = statement(
  'identity.forgetDevices',
  'delete from directory.trusted_device where account_id = $1',
);

// Whether any factor is left; primary key.
const anyFactor = statement(
  'identity.anyFactor',
  `select ${hasFactorSql('a')} as "hasFactor" from directory.account a where a.id = $1`,
);
