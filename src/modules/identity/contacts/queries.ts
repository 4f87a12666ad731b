import { statement, type UnfencedTx } from '#platform/db/tx.ts';

/** The confirmed e-mail of an account and the one that waits for its code, as stored. */
export type StoredContacts = {
  readonly email: { readonly valueEnc: Buffer; readonly index: Buffer } | null;
  readonly pending: { readonly valueEnc: Buffer; readonly index: Buffer } | null;
  readonly locale: 'ru' | 'en';
};

type Row = {
  readonly email: Buffer | null;
  readonly emailIndex: Buffer | null;
  readonly pending: Buffer | null;
  readonly pendingIndex: Buffer | null;
  readonly locale: 'ru' | 'en';
};

export async function contactsOf(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly now: Date },
): Promise<StoredContacts> {
  const [row] = await tx.rows<Row>(contactsStatement, [at.accountId, at.now]);
  if (!row) throw new Error('whoever is signed in has an account');
  const { email, emailIndex, pending, pendingIndex } = row;
  return {
    email: email && emailIndex && { valueEnc: email, index: emailIndex },
    pending: pending && pendingIndex && { valueEnc: pending, index: pendingIndex },
    locale: row.locale,
  };
}

// Contacts of an account ($1) at a moment ($2); keys.
const contactsStatement = statement(
  'identity.contactsOfAccount',
  `select c.value_enc as email, c.blind_index as "emailIndex", p.value_enc as pending, p.blind_index as "pendingIndex", a.locale
   from directory.account a
   left join directory.account_contact c on c.account_id = a.id and c.kind = 'email' and c.verified_at is not null
   left join directory.contact_code p on p.account_id = a.id and p.kind = 'email' and p.expires_at > $2
   where a.id = $1`,
);
