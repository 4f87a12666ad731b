import { createHash, randomBytes } from 'node:crypto';
import { recordAct, noSchool } from '#platform/audit/record-act.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { idleUntil, sessionTimes, type SessionKind } from './rules.ts';

/** What the cookie holds and what the database knows of it. */
export type SessionToken = { readonly token: string; readonly tokenHash: Buffer };

/** 256 bits nobody can guess; the database keeps their hash only. */
export function newToken(): SessionToken {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: tokenHashOf(token) };
}

export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export type NewSession = {
  readonly accountId: string;
  readonly kind: SessionKind;
  readonly tokenHash: Buffer;
  readonly now: Date;
  /** What the browser calls itself, for the list of devices. */
  readonly device: string | null;
  /** Opened by a printed secret: see `SignedIn.needsOwnPassword`. */
  readonly needsOwnPassword: boolean;
};

/** Starts a session; its id. */
export async function startSession(tx: UnfencedTx, session: NewSession): Promise<string> {
  const id = uuidv7();
  const startedAt = session.now.getTime();
  const expiresAt = startedAt + sessionTimes[session.kind].absolute;
  await tx.run(insertSession, [
    id,
    session.tokenHash,
    session.accountId,
    session.kind,
    session.now,
    new Date(idleUntil(session.kind, startedAt, expiresAt)),
    new Date(expiresAt),
    session.device?.slice(0, 200) ?? null,
    session.needsOwnPassword,
  ]);
  await recordAct(tx, {
    schoolId: noSchool,
    accountId: session.accountId,
    personId: null,
    sessionId: id,
    action: 'identity.startSession',
    subject: { kind: session.kind },
  });
  return id;
}

/** Ends the session of a token everywhere within a second; its id, or null when none was live. */
export async function endSession(tx: UnfencedTx, tokenHash: Buffer, now: Date): Promise<string | null> {
  const [ended] = await tx.rows<{ id: string; accountId: string }>(endByToken, [tokenHash, now]);
  if (!ended) return null;
  await rightsChanged(tx, { kind: 'sessions', ids: [ended.id] });
  await recordAct(tx, {
    schoolId: noSchool,
    accountId: ended.accountId,
    personId: null,
    sessionId: ended.id,
    action: 'identity.endSession',
    subject: {},
  });
  return ended.id;
}

/**
 * Ends all sessions of an account within a second: a changed password, a lost phone. Sign-ins that wait for a second
 * factor end too, and every browser is asked for it again.
 */
export async function endSessionsOf(tx: UnfencedTx, accountId: string, now: Date): Promise<void> {
  await tx.run(dropHalves, [accountId]);
  await tx.run(distrust, [accountId]);
  await tx.run(endByAccount, [accountId, now]);
  await rightsChanged(tx, { kind: 'accounts', ids: [accountId] });
}

/** Writes down that a session was used. */
export async function touchSession(
  tx: UnfencedTx,
  { id, now, idle }: { readonly id: string; readonly now: Date; readonly idle: Date },
): Promise<void> {
  await tx.run(touch, [id, now, idle]);
}

// A new session.
const insertSession = statement(
  'identity.startSession',
  `insert into directory.session
     (id, token_hash, account_id, kind, created_at, last_seen_at, proved_at, idle_until, expires_at, device,
      needs_own_password)
   values ($1, $2, $3, $4, $5, $5, $5, $6, $7, $8, $9)`,
);

// Ends one session; unique index on token_hash.
const endByToken = statement(
  'identity.endSession',
  `update directory.session set ended_at = $2 where token_hash = $1 and ended_at is null
   returning id, account_id as "accountId"`,
);

// Ends an account's sessions; index session_account.
const endByAccount = statement(
  'identity.endSessionsOf',
  'update directory.session set ended_at = $2 where account_id = $1 and ended_at is null',
);

// Unfinished sign-ins of an account; index half_sign_in_account.
const dropHalves = statement(
  'identity.dropHalves',
  'delete from directory.half_sign_in where account_id = $1',
);

// Remembered browsers of an account; index trusted_device_account.
const distrust = statement('identity.distrust', 'delete from directory.trusted_device where account_id = $1');

// A use of a session; primary key.
const touch = statement(
  'identity.touchSession',
  'update directory.session set last_seen_at = $2, idle_until = $3 where id = $1 and ended_at is null',
);
