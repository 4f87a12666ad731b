import { statement } from '#platform/db/tx.ts';

export type LetterRow = { readonly accountId: string; readonly index: Buffer };

// A letter that may come back.
export const insertLetter = statement(
  'identity.insertLetter',
  `insert into directory.sent_letter (token_hash, account_id, blind_index, expires_at) values ($1, $2, $3, $4)`,
);

// Takes a letter by its token, once; nothing after its time. Primary key.
export const takeLetter = statement(
  'identity.takeLetter',
  `delete from directory.sent_letter where token_hash = $1 and expires_at > $2
   returning account_id as "accountId", blind_index as index`,
);

// Letters nobody sends back any more; reads the table through.
export const forgetLetters = statement(
  'identity.forgetLetters',
  'delete from directory.sent_letter where expires_at <= $1',
);

// The confirmed address a letter went to takes no letters; nothing when it is another by now. Primary key.
export const markContact = statement(
  'identity.markContact',
  `update directory.account_contact set bounced_at = $3, bounce_reason = $4, bounce_told_at = null
   where account_id = $1 and kind = 'email' and blind_index = $2 and bounced_at is null`,
);

// The same of an address that waits for its code: no code fits any more, its owner is told for some time. Primary key.
export const markPending = statement(
  'identity.markPending',
  `update directory.contact_code set bounced_at = $3, bounce_reason = $4, tries = 2147483647, expires_at = $5
   where account_id = $1 and kind = 'email' and blind_index = $2 and bounced_at is null`,
);

// A letter arrived after all: its code came back. Primary key.
export const clearMark = statement(
  'identity.clearBounce',
  `update directory.account_contact set bounced_at = null, bounce_reason = null, bounce_told_at = null
   where account_id = $1 and kind = 'email' and bounced_at is not null`,
);

// Once for each mark; answers whether there was something to tell. Primary key.
export const tellOwner = statement(
  'identity.tellOfBounce',
  `update directory.account_contact set bounce_told_at = $2
   where account_id = $1 and kind = 'email' and bounced_at is not null and bounce_told_at is null returning 1 as told`,
);
