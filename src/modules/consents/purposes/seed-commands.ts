import { createHash } from 'node:crypto';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { AnyTx } from '#platform/serve.ts';
import { defaultPurposes, type Operator } from '../default-purposes.ts';

/** What a text is known by: SHA-256 of its UTF-8. */
export const hashOfText = (body: string): Buffer => createHash('sha256').update(body, 'utf8').digest();

/** Reads what has purposes; a school that has none yet gets those every school begins with, and is read again. */
export async function withPurposes<Read extends { readonly purposes: readonly unknown[] }>(
  tx: AnyTx,
  read: () => Promise<Read>,
): Promise<Read> {
  const first = await read();
  if (first.purposes.length > 0) return first;
  await seedPurposes(tx);
  return read();
}

/** Of two that begin at once both end with the same purposes. */
async function seedPurposes(tx: AnyTx): Promise<void> {
  const [operator] = await tx.rows<Operator>(operatorOf, [tx.schoolId]);
  if (!operator) return;
  let made = 0;
  for (const [at, { code, title, isAsked, body }] of defaultPurposes(operator).entries())
    made += await tx.run(seed, [tx.schoolId, uuidv7(), code, title, at + 1, isAsked, body, hashOfText(body)]);
  if (made === 0) return;
  const nobody = { schoolId: tx.schoolId, accountId: null, personId: null, sessionId: null };
  await recordAct(tx, { ...nobody, action: 'consents.seedPurposes', subject: { purposes: made } });
}

// The school as its documents name it; the primary key, and the unique index on school_id.
const operatorOf = statement(
  'consents.operator',
  `select s.name, (select o.address from directory.organisation o where o.school_id = s.school_id) as address
   from organisation.school s where s.school_id = $1::int`,
);

// A purpose with its first text, unless its code is there already; index purpose_code.
const seed = statement(
  'consents.seedPurpose',
  `with made as (
     insert into consents.purpose (school_id, id, code, title, ordinal, is_asked)
     values ($1::int, $2::uuid, $3::text, $4::text, $5::int, $6::bool)
     on conflict (school_id, code) do nothing returning id)
   insert into consents.purpose_text (school_id, purpose_id, version, body, sha256, asks_again, made_at)
   select $1::int, id, 1, $7::text, $8::bytea, true, clock_timestamp() from made`,
);
