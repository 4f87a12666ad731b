import { statement, type UnfencedTx } from '#platform/db/tx.ts';

export type Passkey = {
  readonly id: string;
  readonly credentialId: Buffer;
  readonly transports: readonly string[];
  readonly rpId: string;
  readonly device: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
};

export function passkeysOf(tx: UnfencedTx, accountId: string): Promise<Passkey[]> {
  return tx.rows<Passkey>(passkeysOfAccount, [accountId]);
}

export type PasskeyToVerify = { readonly id: string; readonly publicKey: Buffer; readonly counter: string };

/** A passkey of an account for one site, held until the transaction ends. */
export async function holdPasskey(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly credentialId: Buffer; readonly rpId: string },
): Promise<PasskeyToVerify | null> {
  const [row] = await tx.rows<PasskeyToVerify>(lockPasskey, [at.accountId, at.credentialId, at.rpId]);
  return row ?? null;
}

// The passkeys of an account; index passkey_account.
const passkeysOfAccount = statement(
  'identity.passkeysOf',
  `select id, credential_id as "credentialId", transports, rp_id as "rpId", device, created_at as "createdAt",
    last_used_at as "lastUsedAt"
   from directory.passkey where account_id = $1 order by created_at, id`,
);

// Locks one passkey; unique index on credential_id.
const lockPasskey = statement(
  'identity.holdPasskey',
  `select id, public_key as "publicKey", counter from directory.passkey
   where credential_id = $2 and account_id = $1 and rp_id = $3 for update`,
);
