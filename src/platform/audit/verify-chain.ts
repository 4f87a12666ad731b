import type { Database } from '../db/database.ts';
import { statement, type UnfencedTx } from '../db/tx.ts';
import { canonicalColumns, genesis, sealHash } from './seal.ts';

/** Why a chain does not hold at `seq`. */
export type ChainBreak = {
  readonly schoolId: number;
  readonly seq: number;
  /**
   * `missing`: the number is not there. `changed`: the row is not what was sealed. `headDiffers`:
   * rows after it were cut off, or the head was moved.
   */
  readonly fault: 'missing' | 'changed' | 'headDiffers';
};

export type ChainVerdict =
  | { readonly sound: true; readonly rows: number; readonly head: string }
  | { readonly sound: false; readonly rows: number; readonly broken: ChainBreak };

const rowsAtOnce = 5_000;

/**
 * Computes a school's audit chain anew and names the first row that breaks it. School 0 is the
 * chain of acts on accounts. Rows wait unsealed for moments only, so they are not looked at.
 */
export function verifyChain(database: Pick<Database, 'jobs'>, schoolId: number): Promise<ChainVerdict> {
  return database.jobs(async (tx) => {
    await tx.run(oneSnapshot);
    const head = await chainHead(tx, schoolId);
    let previous = genesis;
    let seq = 0;
    for (;;) {
      const rows = await tx.rows<SealedRow>(sealedRows, [schoolId, seq, rowsAtOnce]);
      for (const row of rows) {
        if (row.seq !== seq + 1) return broken(schoolId, seq, 'missing');
        seq = row.seq;
        previous = sealHash(previous, { schoolId, seq }, row.canonical);
        if (!previous.equals(row.hash)) return broken(schoolId, seq - 1, 'changed');
      }
      if (rows.length < rowsAtOnce) break;
    }
    if (head.seq > seq) return broken(schoolId, seq, 'missing');
    if (head.seq < seq || !head.hash.equals(previous)) return broken(schoolId, seq - 1, 'headDiffers');
    return { sound: true, rows: seq, head: previous.toString('hex') };
  });
}

function broken(schoolId: number, soundRows: number, fault: ChainBreak['fault']): ChainVerdict {
  const rows = Math.max(0, soundRows);
  return { sound: false, rows, broken: { schoolId, seq: rows + 1, fault } };
}

type SealedRow = { readonly seq: number; readonly hash: Buffer; readonly canonical: string };
type Head = { readonly seq: number; readonly hash: Buffer };

async function chainHead(tx: UnfencedTx, schoolId: number): Promise<Head> {
  const [head] = await tx.rows<Head>(headOfChain, [schoolId]);
  return head ?? { seq: 0, hash: genesis };
}

// The sealer goes on while we read; the chain and its head must be of one moment.
const oneSnapshot = statement(
  'platform.oneSnapshot',
  'set transaction isolation level repeatable read, read only',
);

// The head of a school's chain; primary key.
const headOfChain = statement(
  'platform.chainHead',
  'select audit_seq as seq, audit_hash as hash from platform.stream_head where school_id = $1',
);

// Sealed rows after a number, in order; primary key.
const sealedRows = statement(
  'platform.sealedRows',
  `select s.seq, s.hash, ${canonicalColumns('s')} as canonical
   from platform.audit_seal s where s.school_id = $1 and s.seq > $2 order by s.seq limit $3`,
);
