import type { SignedIn } from '#platform/actor.ts';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { statement, type Statement, type UnfencedTx } from '#platform/db/tx.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';

/** Ends one session of the account within a second, on its open pages too; another account's is left alone. */
export function endOneSession(
  tx: UnfencedTx,
  by: SignedIn,
  { sessionId, now }: { readonly sessionId: string; readonly now: Date },
): Promise<readonly string[]> {
  return end(tx, by, { which: endOne, values: [by.accountId, sessionId, now] });
}

/** Ends all sessions of the account but the one that asks. */
export function endOtherSessions(tx: UnfencedTx, by: SignedIn, now: Date): Promise<readonly string[]> {
  return end(tx, by, { which: endOthers, values: [by.accountId, by.sessionId, now] });
}

async function end(
  tx: UnfencedTx,
  { accountId, sessionId }: SignedIn,
  { which, values }: { readonly which: Statement; readonly values: readonly unknown[] },
): Promise<readonly string[]> {
  const ended = (await tx.rows<{ id: string }>(which, values)).map(({ id }) => id);
  if (ended.length === 0) return ended;
  await rightsChanged(tx, { kind: 'sessions', ids: ended });
  await recordAct(tx, {
    schoolId: noSchool,
    accountId,
    personId: null,
    sessionId,
    action: 'identity.endSessions',
    subject: { sessions: ended },
  });
  return ended;
}

// One session of an account; primary key.
const endOne = statement(
  'identity.endOneSession',
  `update directory.session set ended_at = $3
   where account_id = $1 and id = $2 and ended_at is null returning id`,
);

// All sessions of an account but one; index session_account.
const endOthers = statement(
  'identity.endOtherSessions',
  `update directory.session set ended_at = $3
   where account_id = $1 and id <> $2 and ended_at is null returning id`,
);
