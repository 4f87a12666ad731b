import type { BounceReason } from '#platform/mail/delivery-status.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';

/** `bounce`: why letters to it come back; null = nothing is known against it. */
export type StoredEmail = {
  readonly valueEnc: Buffer;
  readonly index: Buffer;
  readonly bounce: BounceReason | null;
};

/** The confirmed e-mail of an account and the one that waits for its code, as stored. */
export type StoredContacts = {
  readonly email: StoredEmail | null;
  readonly pending: StoredEmail | null;
  readonly locale: 'ru' | 'en';
};

type Row = {
  readonly email: Buffer | null;
  readonly emailIndex: Buffer | null;
  readonly emailBounce: BounceReason | null;
  readonly pending: Buffer | null;
  readonly pendingIndex: Buffer | null;
  readonly pendingBounce: BounceReason | null;
  readonly locale: 'ru' | 'en';
};

export async function contactsOf(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly now: Date },
): Promise<StoredContacts> {
  const [row] = await tx.rows<Row>(contactsStatement, [at.accountId, at.now]);
  if (!row) throw new Error('whoever is signed in has an account');
  const { email, emailIndex, emailBounce, pending, pendingIndex, pendingBounce } = row;
  return {
    email: email && emailIndex && { valueEnc: email, index: emailIndex, bounce: emailBounce },
    pending: pending && pendingIndex && { valueEnc: pending, index: pendingIndex, bounce: pendingBounce },
    locale: row.locale,
  };
}

// Contacts of an account ($1) at a moment ($2); keys.
const contactsStatement = statement(
  'identity.contactsOfAccount',
  `select c.value_enc as email, c.blind_index as "emailIndex", c.bounce_reason as "emailBounce",
     p.value_enc as pending, p.blind_index as "pendingIndex", p.bounce_reason as "pendingBounce", a.locale
   from directory.account a
   left join directory.account_contact c on c.account_id = a.id and c.kind = 'email' and c.verified_at is not null
   left join directory.contact_code p on p.account_id = a.id and p.kind = 'email' and p.expires_at > $2
   where a.id = $1`,
);
