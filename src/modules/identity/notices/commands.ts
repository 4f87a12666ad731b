import type { Platform } from '#platform/platform.ts';
import { sendLetter } from '../bounces/commands.ts';
import { contactPlace } from '../contacts/commands.ts';
import { contactsOf } from '../contacts/queries.ts';
import { partsOf } from '../identity-parts.ts';
import { noticeLetter, type Notice } from '../letters.ts';

/**
 * Writes to the confirmed e-mail of an account about something its page tells in full. `away`: the mail server does not
 * answer, later it may go; `done`: sent, or there is no address that takes letters.
 */
export async function tellAccount(
  platform: Pick<Platform, 'actors' | 'config'>,
  accountId: string,
  notice: Notice,
): Promise<'done' | 'away'> {
  const parts = partsOf(platform);
  if (parts.mail === null) return 'done';
  const now = parts.clock.now();
  const { email, locale } = await parts.database.identity((tx) => contactsOf(tx, { accountId, now }));
  if (email === null || email.bounce !== null) return 'done';
  const to = {
    accountId,
    email: parts.cipher.decrypt(email.valueEnc, contactPlace(accountId)),
    index: email.index,
  };
  const letter = noticeLetter(locale, notice, platform.config.origin);
  return (await sendLetter(parts, to, letter)) === 'unreachable' ? 'away' : 'done';
}
