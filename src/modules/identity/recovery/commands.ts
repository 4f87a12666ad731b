import type { IncomingRequest } from '#platform/actor.ts';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import { sendLetter } from '../bounces/commands.ts';
import { clearMark } from '../bounces/queries.ts';
import { spendSlips } from '../access-slips/commands.ts';
import { replacePassword } from '../accounts/commands.ts';
import { contactPlace, countLetter } from '../contacts/commands.ts';
import {
  codeHash,
  codeMinutes,
  isSameHash,
  minutesFrom,
  mostTries,
  newCode,
  normaliseEmail,
  typedCode,
} from '../letter-codes.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { codeLetter, passwordChangedLetter } from '../letters.ts';
import { inHashQueue } from '../sign-in/password-commands.ts';
import { passwordFault, shortestPassword, wordsOfLogin } from '../password-strength.ts';
import { newToken, tokenHashOf } from '../sessions/commands.ts';
import { cookieValue, setCookie } from '../sessions/rules.ts';
import { normaliseLogin } from '../sign-in/rules.ts';
import {
  accountsByEmail,
  accountsToChoose,
  birthDatesOf,
  type FoundAccount,
  type RecoveryRow,
  recoveryByToken,
  startRecovery,
  tellRecovery,
  tryRecovery,
  proveRecovery,
  useRecovery,
} from './queries.ts';
import { fitsPerson } from './rules.ts';

export type RecoveryWish = {
  readonly email: string;
  /** Empty = every account of that e-mail. */
  readonly login: string;
  /** `YYYY-MM-DD` or empty. */
  readonly birthDate: string;
};

/**
 * Begins a recovery; the answer is the same whether anybody has that e-mail or not, and comes before anything is looked
 * up. Refuses with `contacts.noMail`, `contacts.emailInvalid` or `contacts.slowDown`.
 */
export async function askRecovery(
  parts: IdentityParts,
  request: IncomingRequest,
  wish: RecoveryWish,
): Promise<{ readonly cookie: string }> {
  const { database, clock, mail } = parts;
  if (mail === null) refuse('contacts.noMail');
  const email = normaliseEmail(wish.email);
  if (email === null) refuse('contacts.emailInvalid', undefined, 422);
  const index = parts.index('email', 'directory', email);
  await countLetter(parts, request, index.toString('hex'));
  const id = uuidv7();
  const { token, tokenHash } = newToken();
  const expiresAt = minutesFrom(clock.now(), codeMinutes);
  await database.identity((tx) => tx.run(startRecovery, [id, tokenHash, expiresAt]));
  parts.background(sendCode(parts, { id, email, index, wish }));
  return { cookie: recoveryCookie(parts, token) };
}

type Asked = {
  readonly id: string;
  readonly email: string;
  readonly index: Buffer;
  readonly wish: RecoveryWish;
};

async function sendCode(parts: IdentityParts, { id, email, index, wish }: Asked): Promise<void> {
  const { database, mail } = parts;
  const found = await database.identity((tx) => accountsByEmail(tx, index));
  const login = normaliseLogin(wish.login);
  const named = login === '' ? found : found.filter((account) => account.login === login);
  const meant: FoundAccount[] = [];
  for (const account of named)
    if (fitsPerson(await birthDatesOf(database, account.persons), wish.birthDate)) meant.push(account);
  const [first] = meant;
  if (!first || mail === null) return;
  const code = newCode();
  const hash = codeHash(parts.codeKey, `recovery|${id}`, code);
  const ids = meant.map((account) => account.id);
  await database.identity((tx) => tx.run(tellRecovery, [id, ids, hash]));
  const letter = codeLetter(first.locale, { purpose: 'recovery', code });
  await sendLetter(parts, { accountId: first.id, email, index }, letter);
}

/** Looks at a code. Refuses with `recovery.over`, or `contacts.codeWrong` and how many tries are left. */
export async function proveByCode(
  parts: IdentityParts,
  request: IncomingRequest,
  typed: string,
): Promise<void> {
  const { database, clock } = parts;
  const tokenHash = tokenOf(parts, request);
  if (tokenHash === null) refuse('recovery.over', undefined, 422);
  const now = clock.now();
  const [row] = await database.identity((tx) =>
    tx.rows<{ id: string; codeHash: Buffer | null; tries: number }>(tryRecovery, [tokenHash, now, mostTries]),
  );
  if (!row) refuse('recovery.over', undefined, 422);
  const given = codeHash(parts.codeKey, `recovery|${row.id}`, typedCode(typed));
  if (row.codeHash === null || !isSameHash(row.codeHash, given)) {
    const left = mostTries - row.tries;
    if (left === 0) refuse('recovery.over', undefined, 422);
    refuse('contacts.codeWrong', { left }, 422);
  }
  await database.identity((tx) => tx.run(proveRecovery, [row.id, now, minutesFrom(now, codeMinutes)]));
}

/**
 * Sets the new password of one of the accounts: all its sessions end, slips are spent; nobody is signed in by it, so a
 * second factor stays in the way. Refuses with `recovery.over` and what `setOwnPassword` refuses with.
 */
export async function recoverPassword(
  parts: IdentityParts,
  request: IncomingRequest,
  wish: { readonly login: string; readonly password: string; readonly repeated: string },
): Promise<void> {
  const { database, clock, mail, cipher } = parts;
  const recovery = await standing(parts, request);
  if (!recovery || recovery.provenAt === null) refuse('recovery.over', undefined, 422);
  const accounts = await database.identity((tx) => accountsToChoose(tx, recovery.accountIds));
  const account = accounts.find(({ login }) => login === wish.login);
  if (!account) refuse('recovery.over', undefined, 422);
  const fault = passwordFault(wish, wordsOfLogin(account.login));
  if (fault !== null) refuse(`ownPassword.${fault}`, { limit: shortestPassword }, 422);
  const passwordHash = await inHashQueue(() => parts.hashes.hash(wish.password));
  const now = clock.now();
  const isUsed = await database.identity(async (tx) => {
    const used = await tx.rows(useRecovery, [recovery.id, now]);
    if (used.length === 0) return false;
    await replacePassword(tx, { accountId: account.id, passwordHash, now }, null);
    await spendSlips(tx, account.id, now);
    // The code came by letter: the address reaches its owner.
    await tx.run(clearMark, [account.id]);
    await recordAct(tx, {
      schoolId: noSchool,
      accountId: account.id,
      personId: null,
      sessionId: null,
      action: 'identity.recoverPassword',
      subject: { way: 'email' },
    });
    return true;
  });
  if (!isUsed) refuse('recovery.over', undefined, 422);
  parts.sessions.drop({ kind: 'accounts', ids: [account.id] });
  if (mail === null) return;
  const email = cipher.decrypt(account.emailEnc, contactPlace(account.id));
  const to = { accountId: account.id, email, index: account.index };
  parts.background(sendLetter(parts, to, passwordChangedLetter(account.locale, account.login)));
}

/** Where a browser stands in its recovery; the logins to choose from once the code was right. */
export async function recoveryStep(
  parts: IdentityParts,
  request: IncomingRequest,
): Promise<{ readonly step: 'ask' | 'code' | 'password'; readonly logins: readonly string[] }> {
  const recovery = await standing(parts, request);
  if (!recovery) return { step: 'ask', logins: [] };
  if (recovery.provenAt === null) return { step: 'code', logins: [] };
  const accounts = await parts.database.identity((tx) => accountsToChoose(tx, recovery.accountIds));
  return { step: 'password', logins: accounts.map(({ login }) => login) };
}

async function standing(parts: IdentityParts, request: IncomingRequest): Promise<RecoveryRow | null> {
  const tokenHash = tokenOf(parts, request);
  if (tokenHash === null) return null;
  return parts.database.identity((tx) => recoveryByToken(tx, tokenHash, parts.clock.now()));
}

const cookieName = ({ sessionCookie }: IdentityParts) => `${sessionCookie.name}-recovery`;

function tokenOf(parts: IdentityParts, { headers }: IncomingRequest): Buffer | null {
  const token = cookieValue(headers.cookie, cookieName(parts));
  return token === null ? null : tokenHashOf(token);
}

/** The browser that asked is the only one that may use the code; without a token the cookie goes. */
export function recoveryCookie(parts: IdentityParts, token: string | null): string {
  return setCookie({
    name: cookieName(parts),
    secure: parts.sessionCookie.secure,
    value: token ?? '',
    maxAgeSeconds: token === null ? 0 : 3 * codeMinutes * 60,
  });
}
