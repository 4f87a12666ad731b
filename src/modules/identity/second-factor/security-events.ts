import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';

/** What the owner of an account is told about its access. */
export type SecurityEventKind =
  | 'appAdded'
  | 'appRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'codesRenewed'
  | 'recoveryCodeUsed'
  | 'factorReset'
  | 'letterReturned'
  | 'newDevice'
  | 'nightSignIn';

export type SecurityEvent = {
  readonly id: string;
  readonly at: string;
  readonly kind: SecurityEventKind;
  readonly facts: Readonly<Record<string, unknown>>;
};

export async function recordSecurityEvent(
  tx: UnfencedTx,
  event: {
    readonly accountId: string;
    readonly kind: SecurityEventKind;
    readonly now: Date;
    readonly facts?: SecurityEvent['facts'];
  },
): Promise<void> {
  const { accountId, kind, now, facts = {} } = event;
  await tx.run(insertEvent, [accountId, uuidv7(), now, kind, JSON.stringify(facts)]);
}

/** The newest events of an account, the latest first. */
export function recentEvents(tx: UnfencedTx, accountId: string): Promise<SecurityEvent[]> {
  return tx.rows<SecurityEvent>(eventsOfAccount, [accountId]);
}

// One event.
const insertEvent = statement(
  'identity.recordSecurityEvent',
  'insert into directory.security_event (account_id, id, at, kind, facts) values ($1, $2, $3, $4, $5::jsonb)',
);

// The last events of an account; primary key (ids grow with time).
const eventsOfAccount = statement(
  'identity.recentSecurityEvents',
  `select id, at, kind, facts from directory.security_event where account_id = $1 order by id desc limit 40`,
);
