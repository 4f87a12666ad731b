import type { Database } from '#platform/db/database.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';

type Person = { readonly schoolId: number; readonly personId: string };

export type FoundAccount = {
  readonly id: string;
  readonly login: string;
  readonly locale: 'ru' | 'en';
  readonly emailEnc: Buffer;
  readonly index: Buffer;
  readonly persons: readonly Person[];
};

/** Accounts that are open and have confirmed this e-mail. */
export function accountsByEmail(tx: UnfencedTx, index: Buffer): Promise<readonly FoundAccount[]> {
  return tx.rows<FoundAccount>(byEmail, [index]);
}

/** Accounts of a recovery that are still open. */
export function accountsToChoose(tx: UnfencedTx, ids: readonly string[]): Promise<readonly FoundAccount[]> {
  return tx.rows<FoundAccount>(byIds, [ids]);
}

export type RecoveryRow = {
  readonly id: string;
  readonly accountIds: readonly string[];
  readonly provenAt: string | null;
};

export async function recoveryByToken(
  tx: UnfencedTx,
  tokenHash: Buffer,
  now: Date,
): Promise<RecoveryRow | null> {
  const [row] = await tx.rows<RecoveryRow>(byToken, [tokenHash, now]);
  return row ?? null;
}

/** Dates of birth the schools of these persons have stored. */
export async function birthDatesOf(
  database: Database,
  persons: readonly Person[],
): Promise<readonly string[]> {
  const dates: string[] = [];
  for (const { schoolId, personId } of persons) {
    const rows = await database.inSchool({ schoolId, studentIds: '*' }, (tx) =>
      tx.rows<{ birthDate: string }>(birthDate, [schoolId, personId]),
    );
    dates.push(...rows.map((row) => row.birthDate));
  }
  return dates;
}

const account = `select a.id, a.login, a.locale, c.value_enc as "emailEnc", c.blind_index as index, coalesce((
     select json_agg(json_build_object('schoolId', p.school_id, 'personId', p.person_id))
     from directory.account_person p where p.account_id = a.id), '[]'::json) as persons
   from directory.account a
   join directory.account_contact c on c.account_id = a.id and c.kind = 'email' and c.verified_at is not null
   where a.disabled_at is null`;

// By account_contact_found; in the order of logins.
const byEmail = statement('identity.accountsByEmail', `${account} and c.blind_index = $1 order by a.login`);

// Primary keys.
const byIds = statement(
  'identity.accountsToChoose',
  `${account} and a.id = any ($1::uuid[]) order by a.login`,
);

// By the key.
const birthDate = statement(
  'identity.birthDate',
  `select birth_date as "birthDate" from roster.person where school_id = $1 and id = $2 and birth_date is not null`,
);

// A recovery nobody has been found for yet.
export const startRecovery = statement(
  'identity.startRecovery',
  'insert into directory.recovery (id, token_hash, expires_at) values ($1, $2, $3)',
);

// Whom the code was sent for; primary key.
export const tellRecovery = statement(
  'identity.tellRecovery',
  'update directory.recovery set account_ids = $2, code_hash = $3 where id = $1',
);

// Counts a try before the code is looked at; nothing when tries or time are over. Unique token_hash.
export const tryRecovery = statement(
  'identity.tryRecovery',
  `update directory.recovery set tries = tries + 1
   where token_hash = $1 and expires_at > $2 and tries < $3 and proven_at is null and used_at is null
   returning id, code_hash as "codeHash", tries`,
);

// Primary key.
export const proveRecovery = statement(
  'identity.proveRecovery',
  'update directory.recovery set proven_at = $2, expires_at = $3 where id = $1',
);

// Once only; primary key.
export const useRecovery = statement(
  'identity.useRecovery',
  `update directory.recovery set used_at = $2
   where id = $1 and proven_at is not null and used_at is null and expires_at > $2 returning id`,
);

// Unique token_hash.
const byToken = statement(
  'identity.recoveryByToken',
  `select id, account_ids as "accountIds", proven_at as "provenAt" from directory.recovery
   where token_hash = $1 and expires_at > $2 and used_at is null`,
);
