import { statement, type UnfencedTx } from '../db/tx.ts';
import { uuidv7 } from '../ids.ts';

/** The chain of acts on accounts, which belong to no school. */
export const noSchool = 0;

/** Who did what. `subject` holds ids and values of the trade, never a secret or a document's number. */
export type Act = {
  readonly schoolId: number;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly sessionId: string | null;
  /** `module.verbNoun` */
  readonly action: string;
  readonly subject: Readonly<Record<string, unknown>>;
};

/**
 * Writes an act into the command's own transaction; the sealer chains it. Hot commands write the
 * same row in their one statement instead.
 */
export async function recordAct(tx: UnfencedTx, act: Act): Promise<void> {
  const { schoolId, accountId, personId, sessionId, action, subject } = act;
  await tx.run(insertAct, [
    schoolId,
    uuidv7(),
    accountId,
    personId,
    sessionId,
    action,
    JSON.stringify(subject),
  ]);
}

// One act, to be chained by the sealer.
const insertAct = statement(
  'platform.recordAct',
  `insert into platform.audit_pending (school_id, id, account_id, person_id, session_id, action, subject)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
