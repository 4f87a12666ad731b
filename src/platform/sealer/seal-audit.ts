import { canonicalColumns, genesis, sealHash } from '../audit/seal.ts';
import { statement, type UnfencedTx } from '../db/tx.ts';

/** Seals up to `limit` waiting audit rows into the chains of their schools; how many. */
export async function sealAudit(tx: UnfencedTx, limit: number): Promise<number> {
  const waiting = await tx.rows<WaitingRow>(waitingRows, [limit]);
  if (waiting.length === 0) return 0;
  const heads = new Map<number, { seq: number; hash: Buffer }>();
  const sealed = waiting.map((row) => {
    const head = heads.get(row.school_id) ?? { seq: row.head_seq ?? 0, hash: row.head_hash ?? genesis };
    const seq = head.seq + 1;
    const hash = sealHash(head.hash, { schoolId: row.school_id, seq }, row.canonical);
    heads.set(row.school_id, { seq, hash });
    return { schoolId: row.school_id, id: row.id, seq, hash };
  });
  const moved = await tx.run(moveRows, [
    sealed.map((row) => row.schoolId),
    sealed.map((row) => row.id),
    sealed.map((row) => row.seq),
    sealed.map((row) => row.hash),
  ]);
  if (moved !== sealed.length) throw new Error('audit rows changed while they were being sealed');
  const schools = [...heads];
  await tx.run(moveHeads, [
    schools.map(([schoolId]) => schoolId),
    schools.map(([, head]) => head.seq),
    schools.map(([, head]) => head.hash),
  ]);
  return moved;
}

type WaitingRow = {
  readonly school_id: number;
  readonly id: string;
  readonly canonical: string;
  readonly head_seq: number | null;
  readonly head_hash: Buffer | null;
};

// Waiting audit rows, oldest first, with the heads of their chains; the table is nearly empty.
const waitingRows = statement(
  'platform.waitingAudit',
  `select p.school_id, p.id, ${canonicalColumns('p')} as canonical, h.audit_seq as head_seq, h.audit_hash as head_hash
   from platform.audit_pending p left join platform.stream_head h on h.school_id = p.school_id
   order by p.at, p.id limit $1`,
);

// Moves rows from waiting to sealed, with number and hash; primary keys.
const moveRows = statement(
  'platform.sealAudit',
  `with given as (
     select * from unnest($1::int[], $2::uuid[], $3::bigint[], $4::bytea[]) as g (school_id, id, seq, hash)
   ), taken as (
     delete from platform.audit_pending p using given g
     where p.school_id = g.school_id and p.id = g.id
     returning p.school_id, g.seq, p.id, p.at, p.account_id, p.person_id, p.session_id, p.action, p.subject, g.hash
   )
   insert into platform.audit_seal
     (school_id, seq, id, at, account_id, person_id, session_id, action, subject, hash)
   select * from taken`,
);

// The new heads of the chains.
const moveHeads = statement(
  'platform.sealHeads',
  `insert into platform.stream_head (school_id, audit_seq, audit_hash)
   select * from unnest($1::int[], $2::bigint[], $3::bytea[])
   on conflict (school_id) do update set audit_seq = excluded.audit_seq, audit_hash = excluded.audit_hash`,
);
