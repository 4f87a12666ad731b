import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import type { FieldPlace } from '#platform/secrets/field-cipher.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { sendLetter } from '../bounces/commands.ts';
import type { BouncedAddress } from '../bounces/rules.ts';
import { codeLetter, contactChangedLetter } from '../letters.ts';
import { isProved, proofAsked } from '../second-factor/proof-commands.ts';
import { showsPassword } from '../sign-in/password-commands.ts';
import { bucketsOf, countAttempt, forgiveAttempt } from '../sign-in/throttle-commands.ts';
import { contactsOf, type StoredContacts, type StoredEmail } from './queries.ts';
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

type Signed = { readonly request: IncomingRequest; readonly signedIn: SignedIn };

/** The account's own e-mail and the one that waits for its code, in plain words; both may be null. */
export type OwnContacts = {
  readonly email: string | null;
  readonly pending: string | null;
  /** The address letters came back from: the one that waits for its code, else the confirmed one. */
  readonly bounced: BouncedAddress | null;
  /** The sign-in is a while ago: a change asks for the password. */
  readonly needsPassword: boolean;
  /** The same where the account has a second factor: it is shown on the page of proofs. */
  readonly needsFactor: boolean;
};

export async function ownContacts(parts: IdentityParts, signedIn: SignedIn): Promise<OwnContacts> {
  const { accountId } = signedIn;
  const now = parts.clock.now();
  const { email, pending } = await parts.database.identity((tx) => contactsOf(tx, { ...signedIn, now }));
  const isFresh = await isProved(parts, signedIn);
  const asked = await proofAsked(parts, signedIn);
  const plain = (stored: typeof email, at: FieldPlace) => stored && parts.cipher.decrypt(stored.valueEnc, at);
  return {
    email: plain(email, contactPlace(accountId)),
    pending: pending?.bounce === null ? plain(pending, pendingPlace(accountId)) : null,
    bounced: bouncedIn(parts, accountId, { email, pending }),
    needsPassword: !isFresh && asked === 'password',
    needsFactor: !isFresh && asked === 'factor',
  };
}

/** The address letters of an account come back from; null = none, or nobody reads what comes back. */
export async function bouncedAddress(
  parts: IdentityParts,
  { accountId }: SignedIn,
): Promise<BouncedAddress | null> {
  if (parts.mail?.seesReturned !== true) return null;
  const now = parts.clock.now();
  const stored = await parts.database.identity((tx) => contactsOf(tx, { accountId, now }));
  return bouncedIn(parts, accountId, stored);
}

function bouncedIn(
  { cipher }: IdentityParts,
  accountId: string,
  { email, pending }: Pick<StoredContacts, 'email' | 'pending'>,
): BouncedAddress | null {
  const of = (stored: StoredEmail | null, at: FieldPlace, isPending: boolean) =>
    stored === null || stored.bounce === null
      ? null
      : { email: cipher.decrypt(stored.valueEnc, at), reason: stored.bounce, isPending };
  return of(pending, pendingPlace(accountId), true) ?? of(email, contactPlace(accountId), false);
}

/**
 * Sends a code to an e-mail that is to become the account's. Refuses with `contacts.emailInvalid`, `contacts.proofNeeded`,
 * `ownPassword.currentWrong`, `signIn.slowDown`, `contacts.emailRefused` or `contacts.mailUnreachable`.
 */
export async function askContactCode(
  parts: IdentityParts,
  { request, signedIn }: Signed,
  wish: { readonly email: string; readonly password: string },
): Promise<void> {
  const { database, clock, mail } = parts;
  const { accountId } = signedIn;
  if (mail === null) refuse('contacts.noMail');
  const email = normaliseEmail(wish.email);
  if (email === null) refuse('contacts.emailInvalid', undefined, 422);
  const now = clock.now();
  const stored = await database.identity((tx) => contactsOf(tx, { ...signedIn, now }));
  await requireProof(parts, { request, signedIn }, wish.password);
  const index = parts.index('email', 'directory', email);
  await countLetter(parts, request, `${accountId}|${index.toString('hex')}`);
  const code = newCode();
  await database.identity((tx) =>
    tx.run(writeCode, [
      accountId,
      parts.cipher.encrypt(email, pendingPlace(accountId)),
      index,
      codeHash(parts.codeKey, `contact|${accountId}|${index.toString('hex')}`, code),
      minutesFrom(now, codeMinutes),
    ]),
  );
  const letter = codeLetter(stored.locale, { purpose: 'contact', code });
  const sending = await sendLetter(parts, { accountId, email, index }, letter);
  if (sending === 'sent') return;
  await database.identity((tx) => tx.run(dropCode, [accountId]));
  refuse(sending === 'refused' ? 'contacts.emailRefused' : 'contacts.mailUnreachable', undefined, 422);
}

/** The code came back: the e-mail is the account's, in place of the one before. Refuses with `contacts.codeWrong` or `contacts.codeOver`. */
export async function confirmContact(
  parts: IdentityParts,
  { request, signedIn }: Signed,
  typed: string,
): Promise<void> {
  const { database, clock, cipher } = parts;
  const { accountId } = signedIn;
  const now = clock.now();
  const [pending] = await database.identity((tx) =>
    tx.rows<{ valueEnc: Buffer; index: Buffer; codeHash: Buffer; tries: number }>(tryCode, [
      accountId,
      now,
      mostTries,
    ]),
  );
  if (!pending) refuse('contacts.codeOver', undefined, 422);
  const scope = `contact|${accountId}|${pending.index.toString('hex')}`;
  if (!isSameHash(pending.codeHash, codeHash(parts.codeKey, scope, typedCode(typed))))
    refuse('contacts.codeWrong', { left: mostTries - pending.tries }, 422);
  const email = cipher.decrypt(pending.valueEnc, pendingPlace(accountId));
  const before = await database.identity(async (tx) => {
    const stored = await contactsOf(tx, { accountId, now });
    await tx.run(dropContacts, [accountId]);
    await tx.run(writeContact, [
      accountId,
      cipher.encrypt(email, contactPlace(accountId)),
      pending.index,
      now,
    ]);
    await tx.run(dropCode, [accountId]);
    await forgiveAttempt(tx, letterBuckets(parts, request, `${accountId}|${pending.index.toString('hex')}`));
    await record(tx, signedIn, 'identity.confirmContact');
    return stored;
  });
  tellFormer(parts, {
    accountId,
    stored: before.email,
    locale: before.locale,
    isSame: before.email?.index.equals(pending.index) === true,
  });
}

/** Takes the e-mail away; the account has no way back by letter then. Refuses with `ownPassword.currentWrong`. */
export async function removeContact(
  parts: IdentityParts,
  { request, signedIn }: Signed,
  password: string,
): Promise<void> {
  const { database, clock } = parts;
  const { accountId } = signedIn;
  const now = clock.now();
  const stored = await database.identity((tx) => contactsOf(tx, { ...signedIn, now }));
  await requireProof(parts, { request, signedIn }, password);
  await database.identity(async (tx) => {
    await tx.run(dropContacts, [accountId]);
    await tx.run(dropCode, [accountId]);
    if (stored.email) await record(tx, signedIn, 'identity.removeContact');
  });
  tellFormer(parts, { accountId, stored: stored.email, locale: stored.locale, isSame: false });
}

/** Forgets the e-mail that waits for its code. */
export async function cancelContactCode(parts: IdentityParts, { accountId }: SignedIn): Promise<void> {
  await parts.database.identity((tx) => tx.run(dropCode, [accountId]));
}

/** Letters to one address, and from one network, are counted like failed tries: nobody's box is flooded. */
export async function countLetter(
  parts: IdentityParts,
  request: IncomingRequest,
  target: string,
): Promise<void> {
  const buckets = letterBuckets(parts, request, target);
  const seconds = await parts.database.identity((tx) => countAttempt(tx, buckets, parts.clock.now()));
  if (seconds > 0) refuse('contacts.slowDown', { seconds }, 429);
}

const letterBuckets = ({ throttleKey }: IdentityParts, { ip }: IncomingRequest, target: string) =>
  bucketsOf(throttleKey, { login: `letter|${target}`, address: ip, device: null });

/** Right after signing in nobody is asked again; a peeked password does not stand for a second factor. */
async function requireProof(
  parts: IdentityParts,
  { request, signedIn }: Signed,
  typed: string,
): Promise<void> {
  if (await isProved(parts, signedIn)) return;
  if ((await proofAsked(parts, signedIn)) === 'factor') refuse('contacts.proofNeeded', undefined, 403);
  const isRight = await showsPassword(parts, request, { login: signedIn.login, typed });
  if (!isRight) refuse('ownPassword.currentWrong', undefined, 422);
}

/** Whoever had the account's letters until now learns that they go elsewhere. */
function tellFormer(
  parts: IdentityParts,
  at: {
    readonly accountId: string;
    readonly stored: StoredEmail | null;
    readonly locale: 'ru' | 'en';
    readonly isSame: boolean;
  },
): void {
  const { mail, cipher } = parts;
  if (mail === null || at.stored === null || at.isSame || at.stored.bounce !== null) return;
  const former = cipher.decrypt(at.stored.valueEnc, contactPlace(at.accountId));
  parts.background(mail.send(former, contactChangedLetter(at.locale)));
}

export const contactPlace = (accountId: string): FieldPlace => ({
  table: 'directory.account_contact',
  id: `${accountId}|email`,
  column: 'value_enc',
});

const pendingPlace = (accountId: string): FieldPlace => ({
  table: 'directory.contact_code',
  id: `${accountId}|email`,
  column: 'value_enc',
});

function record(
  tx: Parameters<typeof recordAct>[0],
  { accountId, sessionId }: SignedIn,
  action: string,
): Promise<void> {
  return recordAct(tx, {
    schoolId: noSchool,
    accountId,
    personId: null,
    sessionId,
    action,
    subject: { kind: 'email' },
  });
}

// An e-mail that waits for its code, in place of the one before; primary key.
const writeCode = statement(
  'identity.writeContactCode',
  `insert into directory.contact_code (account_id, kind, value_enc, blind_index, code_hash, expires_at)
   values ($1, 'email', $2, $3, $4, $5)
   on conflict (account_id, kind) do update set value_enc = excluded.value_enc, blind_index = excluded.blind_index,
     code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0,
     bounced_at = null, bounce_reason = null`,
);

// Counts a try before the code is looked at; nothing when tries or time are over. Primary key.
const tryCode = statement(
  'identity.tryContactCode',
  `update directory.contact_code set tries = tries + 1
   where account_id = $1 and kind = 'email' and expires_at > $2 and tries < $3
   returning value_enc as "valueEnc", blind_index as index, code_hash as "codeHash", tries`,
);

// Primary key.
const dropCode = statement(
  'identity.dropContactCode',
  `delete from directory.contact_code where account_id = $1 and kind = 'email'`,
);

// Primary key.
const dropContacts = statement(
  'identity.dropContacts',
  `delete from directory.account_contact where account_id = $1 and kind = 'email'`,
);

// A confirmed e-mail.
const writeContact = statement(
  'identity.writeContact',
  `insert into directory.account_contact (account_id, kind, value_enc, blind_index, verified_at)
   values ($1, 'email', $2, $3, $4)`,
);
