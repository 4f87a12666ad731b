/**
 * A login as it is stored and looked up: without blanks around, one form of each letter, small
 * letters. Also what a phone's keyboard makes of it (a capital first letter) finds the account.
 */
export function normaliseLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** A password as it is hashed: one form for letters that keyboards compose differently (й, ё). */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFC');
}
