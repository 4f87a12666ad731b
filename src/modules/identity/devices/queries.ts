import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import type { SessionKind } from '../sessions/rules.ts';

export type OpenSession = {
  readonly id: string;
  readonly kind: SessionKind;
  readonly device: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
};

/** The live sessions of an account, the last used first. */
export async function openSessions(tx: UnfencedTx, accountId: string, now: Date): Promise<OpenSession[]> {
  return tx.rows<OpenSession>(sessionsOfAccount, [accountId, now]);
}

// Live sessions of an account; index session_account.
const sessionsOfAccount = statement(
  'identity.openSessions',
  `select id, kind, device, created_at as "startedAt", last_seen_at as "lastSeenAt"
   from directory.session
   where account_id = $1 and ended_at is null and idle_until > $2 and expires_at > $2
   order by last_seen_at desc, id desc`,
);
