import type { Database } from '#platform/db/database.ts';
import { statement } from '#platform/db/tx.ts';
import { hasFactorSql } from '../second-factor/queries.ts';
import type { RegionRole } from '#platform/actor.ts';
import type { SessionKind } from './rules.ts';

/** A live session with its account, as stored. */
export type StoredSession = {
  readonly id: string;
  readonly accountId: string;
  readonly login: string;
  readonly locale: string;
  readonly kind: SessionKind;
  readonly lastSeenAt: string;
  readonly idleUntil: string;
  readonly expiresAt: string;
  readonly persons: readonly { readonly schoolId: number; readonly personId: string }[];
  readonly regionRoles: readonly RegionRole[];
  readonly needsOwnPassword: boolean;
  readonly hasFactor: boolean;
  /** When the session last showed who uses it. */
  readonly provedAt: string;
};

/** How a session is looked up: by what the cookie says, or by its id. */
export type SessionKey = { readonly tokenHash: Buffer } | { readonly id: string };

/** The session if it is live at `now`, else null. */
export async function liveSession(
  database: Pick<Database, 'identity'>,
  key: SessionKey,
  now: Date,
): Promise<StoredSession | null> {
  const [which, value] = 'id' in key ? [sessionById, key.id] : [sessionByToken, key.tokenHash];
  const text = await database.identity((tx) => tx.text(which, [value, now]));
  return text === null ? null : (JSON.parse(text) as StoredSession);
}

const sessionJson = `select json_build_object(
    'id', s.id, 'accountId', a.id, 'login', a.login, 'locale', a.locale, 'kind', s.kind,
    'needsOwnPassword', s.needs_own_password, 'hasFactor', ${hasFactorSql('a')}, 'provedAt', s.proved_at,
    'lastSeenAt', s.last_seen_at, 'idleUntil', s.idle_until, 'expiresAt', s.expires_at,
    'persons', coalesce((
      select json_agg(json_build_object('schoolId', p.school_id, 'personId', p.person_id)
        order by p.school_id, p.created_at, p.person_id)
      from directory.account_person p where p.account_id = a.id), '[]'::json),
    'regionRoles', coalesce((
      select json_agg(json_build_object('regionId', r.region_id::text, 'role', r.role))
      from directory.region_role r where r.account_id = a.id and r.role = 'regionalCoordinator'
        and r.start_date <= ($2::timestamptz)::date and (r.end_date is null or r.end_date >= ($2::timestamptz)::date)), '[]'::json)
  )::text
  from directory.session s join directory.account a on a.id = s.account_id`;

const isLive = `s.ended_at is null and s.idle_until > $2 and s.expires_at > $2 and a.disabled_at is null`;

// The live session of a cookie; unique index on token_hash.
const sessionByToken = statement(
  'identity.sessionByToken',
  `${sessionJson} where s.token_hash = $1 and ${isLive}`,
);

// The live session of an id; primary key.
const sessionById = statement('identity.sessionById', `${sessionJson} where s.id = $1 and ${isLive}`);
