import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import { spendSlips } from '../access-slips/commands.ts';
import { disableAccount } from '../accounts/commands.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { factsOfSchools } from '../actors/queries.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { holdsRole } from '../sign-in/begin-commands.ts';
import { slipOf } from '../sign-in/commands.ts';
import { accountByLogin, type SignInAccount } from '../sign-in/queries.ts';
import { codeBucketsOf, countAttempt, forgiveAttempt } from '../sign-in/throttle-commands.ts';
import { joiningRefusal } from './rules.ts';

/**
 * Joins what a slip opens to the account of whoever typed its code: a second child, another school. The slip's account
 * is closed, as the slip would have replaced its password. Refuses as `signInByCode` does, and with the codes of `joiningRefusal`.
 */
export async function joinByCode(
  parts: IdentityParts,
  request: IncomingRequest,
  { signedIn, code }: { readonly signedIn: SignedIn; readonly code: string },
): Promise<void> {
  const { database, clock } = parts;
  const { accountId } = signedIn;
  const buckets = codeBucketsOf(parts.throttleKey, request.ip);
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);
  const slip = await slipOf(parts, code);
  const other = slip && (await database.identity((tx) => accountByLogin(tx, slip.login, clock.now())));
  if (!slip || !other) refuse('signIn.wrongCode', undefined, 422);
  if (slip.isExpired) refuse('signIn.slipExpired', undefined, 422);
  const refusal = joiningRefusal({
    isOwn: other.id === accountId,
    hasFactor: other.hasFactor,
    isStudent: await isStudent(parts, other),
    holdsRole: await holdsRole(parts, other),
  });
  if (refusal !== null) refuse(refusal, undefined, 422);
  await database.identity(async (tx) => {
    await forgiveAttempt(tx, buckets);
    await join(tx, { other, signedIn, now: clock.now() });
  });
  parts.sessions.drop({ kind: 'accounts', ids: [accountId, other.id] });
}

type Joined = { readonly other: SignInAccount; readonly signedIn: SignedIn; readonly now: Date };

async function join(tx: UnfencedTx, { other, signedIn, now }: Joined): Promise<void> {
  const { accountId, sessionId } = signedIn;
  // Two who type one slip at once: the second finds the account closed.
  const open = await tx.rows(lockOpen, [other.id]);
  if (open.length === 0) refuse('signIn.wrongCode', undefined, 422);
  await tx.run(movePersons, [other.id, accountId]);
  await tx.run(moveSnils, [other.id, accountId]);
  await spendSlips(tx, other.id, now);
  await disableAccount(tx, { accountId: other.id, now }, signedIn);
  await rightsChanged(tx, { kind: 'accounts', ids: [accountId, other.id] });
  await recordAct(tx, {
    schoolId: noSchool,
    accountId,
    personId: null,
    sessionId,
    action: 'identity.joinByCode',
    subject: { accountId, formerAccountId: other.id, persons: other.persons },
  });
}

/** Does the account hold a student's own person in some school? */
async function isStudent({ database }: IdentityParts, { persons }: SignInAccount): Promise<boolean> {
  const schools = await factsOfSchools(database, persons);
  return schools.some(({ students }) => students.some(({ kinship }) => kinship === 'self'));
}

// An open account, held until the end of the transaction; primary key.
const lockOpen = statement(
  'identity.lockOpen',
  'select id from directory.account where id = $1 and disabled_at is null for update',
);

// The persons of an account ($1) become another's ($2); primary key.
const movePersons = statement(
  'identity.movePersons',
  `with taken as (delete from directory.account_person where account_id = $1 returning school_id, person_id)
   insert into directory.account_person (account_id, school_id, person_id) select $2, school_id, person_id from taken`,
);

// What finds an account ($1) by SNILS finds another ($2); reads the table through, once for a joining.
const moveSnils = statement(
  'identity.moveSnils',
  `with taken as (delete from directory.snils_index where account_id = $1 returning blind_index)
   insert into directory.snils_index (blind_index, account_id) select blind_index, $2 from taken`,
);
