import { createHash, randomBytes } from 'node:crypto';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { tokenLength, type Returned } from '#platform/mail/delivery-status.ts';
import type { Letter } from '#platform/mail/letter.ts';
import type { Sending } from '#platform/mail/mailer.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { recordSecurityEvent } from '../second-factor/security-events.ts';
import { insertLetter, type LetterRow, markContact, markPending, takeLetter, tellOwner } from './queries.ts';
import { daysUntil, letterDays, pendingDays } from './rules.ts';

export type Addressee = { readonly accountId: string; readonly email: string; readonly index: Buffer };

/** Sends a letter to an address of an account. Where returned letters are read it has a token of its own. */
export async function sendLetter(
  { mail, database, clock }: IdentityParts,
  { accountId, email, index }: Addressee,
  letter: Letter,
): Promise<Sending> {
  if (mail === null) return 'unreachable';
  if (!mail.seesReturned) return mail.send(email, letter);
  const token = randomBytes(tokenLength / 2).toString('hex');
  const until = daysUntil(clock.now(), letterDays);
  await database.identity((tx) => tx.run(insertLetter, [hashOf(token), accountId, index, until]));
  return mail.send(email, letter, token);
}

/**
 * A letter came back. Only a failure for good of a letter we know marks its address, once; what is delayed, unknown,
 * repeated, too late or about an address that is another by now changes nothing.
 */
export async function takeReturned(
  { database, clock }: IdentityParts,
  { token, verdict, reason }: Returned,
): Promise<'marked' | 'ignored'> {
  if (token === null || verdict !== 'failed') return 'ignored';
  const now = clock.now();
  return database.identity(async (tx) => {
    const [letter] = await tx.rows<LetterRow>(takeLetter, [hashOf(token), now]);
    if (!letter) return 'ignored';
    const { accountId, index } = letter;
    const why = reason ?? 'refused';
    const marked =
      (await tx.run(markContact, [accountId, index, now, why])) +
      (await tx.run(markPending, [accountId, index, now, why, daysUntil(now, pendingDays)]));
    if (marked === 0) return 'ignored';
    await recordSecurityEvent(tx, { accountId, kind: 'letterReturned', now, facts: { reason: why } });
    await recordAct(tx, {
      schoolId: noSchool,
      accountId: null,
      personId: null,
      sessionId: null,
      action: 'identity.letterReturned',
      subject: { kind: 'email', accountId, reason: why },
    });
    return 'marked';
  });
}

/** Is there an address that takes no letters, of which its owner has not been told? From now on it has. */
export async function tellsOfBounce({ database, clock }: IdentityParts, accountId: string): Promise<boolean> {
  const told = await database.identity((tx) => tx.rows(tellOwner, [accountId, clock.now()]));
  return told.length > 0;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
