import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import type { AlarmKind } from './rules.ts';

/** What an account went through before a sign-in. */
export type Past = {
  readonly isFirst: boolean;
  readonly today: number;
  readonly sharedToday: number;
  readonly lettersToday: number;
  readonly locale: 'ru' | 'en';
  readonly emailEnc: Buffer | null;
  readonly index: Buffer | null;
};

export async function pastOf(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly sessionId: string; readonly since: Date },
): Promise<Past | null> {
  const [row] = await tx.rows<Past>(pastStatement, [at.accountId, at.sessionId, at.since]);
  return row ?? null;
}

/** An alarm its owner has not seen in another session than the one it is about. */
export type UnseenAlarm = {
  readonly kind: AlarmKind;
  readonly at: string;
  readonly device: string | null;
};

export function unseenAlarms(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly sessionId: string },
): Promise<UnseenAlarm[]> {
  return tx.rows<UnseenAlarm>(unseen, [at.accountId, at.sessionId]);
}

const alarmKinds = `('newDevice', 'nightSignIn')`;

// Earlier sessions (index session_account), alarms of a day (primary key), language and a mailbox that takes letters.
const pastStatement = statement(
  'identity.pastOfAccount',
  `select not exists (select from directory.session s where s.account_id = a.id and s.id <> $2) as "isFirst",
     e.today, e."sharedToday", e."lettersToday", a.locale, c.value_enc as "emailEnc", c.blind_index as index
   from directory.account a
   left join directory.account_contact c on c.account_id = a.id and c.kind = 'email' and c.verified_at is not null
     and c.bounced_at is null
   cross join lateral (
     select count(*)::int as today, count(*) filter (where (v.facts ->> 'isShared')::boolean)::int as "sharedToday",
       count(*) filter (where (v.facts ->> 'isLettered')::boolean)::int as "lettersToday"
     from directory.security_event v where v.account_id = a.id and v.at > $3 and v.kind in ${alarmKinds}) e
   where a.id = $1`,
);

// An alarm of a session.
export const insertAlarm = statement(
  'identity.insertAlarm',
  `insert into directory.security_event (account_id, id, at, kind, facts, session_id)
   values ($1, $2, $3, $4, $5::jsonb, $6)`,
);

// The latest first; primary key.
const unseen = statement(
  'identity.unseenAlarms',
  `select v.kind, v.at, v.facts ->> 'device' as device from directory.security_event v
   where v.account_id = $1 and v.kind in ${alarmKinds} and v.seen_at is null and v.session_id <> $2
   order by v.id desc limit 20`,
);

// Seen by another session than the one they are about; primary key.
export const seeAlarms = statement(
  'identity.seeAlarms',
  `update directory.security_event set seen_at = $3
   where account_id = $1 and kind in ${alarmKinds} and seen_at is null and session_id <> $2`,
);
