import { hasFactorSql } from '../second-factor/queries.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';

/** What a sign-in needs to know of an account. */
export type SignInAccount = {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
  /** Its password was printed for it. */
  readonly mustChangePassword: boolean;
  readonly persons: readonly { readonly schoolId: number; readonly personId: string }[];
  readonly hasRegionRole: boolean;
  /** A second factor is asked for after the password. */
  readonly hasFactor: boolean;
};

/** The account of a normalised login, or null. */
export async function accountByLogin(
  tx: UnfencedTx,
  login: string,
  now: Date,
): Promise<SignInAccount | null> {
  const text = await tx.text(byLogin, [login, now]);
  return text === null ? null : (JSON.parse(text) as SignInAccount);
}

// The account of a login; unique index on login.
const byLogin = statement(
  'identity.accountByLogin',
  `select json_build_object('id', a.id, 'passwordHash', a.password_hash, 'isDisabled', a.disabled_at is not null,
    'mustChangePassword', a.must_change_password, 'hasFactor', ${hasFactorSql('a')},
    'persons', coalesce((
      select json_agg(json_build_object('schoolId', p.school_id, 'personId', p.person_id))
      from directory.account_person p where p.account_id = a.id), '[]'::json),
    'hasRegionRole', exists (
      select from directory.region_role r where r.account_id = a.id and r.start_date <= ($2::timestamptz)::date
        and (r.end_date is null or r.end_date >= ($2::timestamptz)::date))
  )::text from directory.account a where a.login = $1`,
);
