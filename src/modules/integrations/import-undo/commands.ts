import { accessGivenSince } from '#modules/identity/index.ts';
import { tellRosterChanged } from '#modules/roster/index.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Database } from '#platform/db/database.ts';
import type { Tx } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { AnyTx } from '#platform/serve.ts';
import { actAuthor, recordPersonActs } from '../import-journal/act-commands.ts';
import type { Entry } from '../import-journal/entry-rules.ts';
import { fingerprintOf, type ImportBy } from '../roster-import/import-roster.ts';
import { holdLessons, takeLessonsBack } from './lesson-commands.ts';
import { idOf } from './people-units.ts';
import { planUndo } from './plan-undo.ts';
import { presentSchool, usesSince } from './present-queries.ts';
import { claimUndo, importHead, journalOf, lastImport, type ImportHead } from './queries.ts';
import type { Back, Kept, Present } from './units.ts';
import { takeListsBack } from './write-commands.ts';

export type ImportUndo = {
  readonly head: ImportHead;
  readonly back: readonly Back[];
  readonly kept: readonly Kept[];
  readonly isCommitted: boolean;
  /** Of all that would be written and of all that stays. */
  readonly fingerprint: string;
};

export type UndoWish = {
  readonly importId: string;
  /** False = only say what would be done. */
  readonly commits: boolean;
  /** Writes only what has this fingerprint: what somebody has read and agreed to. */
  readonly expected?: string;
  /** Null = the command line. */
  readonly by: ImportBy;
  /** The moment the school lives in. */
  readonly now: Date;
  /** Whose account or slip was made since a moment. */
  readonly accessSince: (since: string) => Promise<ReadonlySet<string>>;
  /** Throws when the import is not for this person to take back. */
  readonly judge?: (head: ImportHead) => void;
};

/**
 * Takes the last import of its kind back, but for what others have written about since. Null when there is no such
 * import. Throws `imports.alreadyUndone`, `imports.notLast` and `imports.noJournal`.
 */
export async function undoImportIn(tx: Tx, wish: UndoWish): Promise<ImportUndo | null> {
  const { importId, commits, expected, by, now } = wish;
  const head = await importHead(tx, importId);
  if (!head) return null;
  wish.judge?.(head);
  refuseUnlessLast(head);
  if (commits && head.kind === 'timetable') await holdLessons(tx);
  const journal = await journalOf(tx, importId);
  const present = await presentSchool(tx, { journal, startDate: head.startDate });
  const access = await wish.accessSince(head.writtenAt);
  const plan = planUndo(journal, present, await usesSince(tx, { journal, present, access }));
  const { back, kept, entries } = plan;
  const fingerprint = fingerprintOf({ importId, back, kept, entries });
  const isCommitted = commits && (expected === undefined || expected === fingerprint);
  // Of two at once the second may have read the school that the first had written.
  if (commits && !isCommitted) await refuseIfOvertaken(tx, head);
  if (isCommitted) {
    const counts = { back: back.length, kept: kept.length };
    if (!(await claimUndo(tx, { importId, now, by, counts }))) {
      await refuseIfOvertaken(tx, head);
      refuse('imports.notLast');
    }
    await tellRoster(tx, { entries, present });
    await takeListsBack(tx, { entries, present });
    await takeLessonsBack(tx, { entries, present }, { by, now });
    await recordActs(tx, { head, entries, counts, by });
  }
  return { head, back, kept, isCommitted, fingerprint };
}

/** The last import of a school, or of one kind, by the command line. Null when nothing was loaded. */
export async function undoLastImport(
  database: Database,
  given: {
    readonly schoolId: number;
    /** Null = whichever was last. */
    readonly kind: ImportHead['kind'] | null;
    readonly commits: boolean;
  },
): Promise<ImportUndo | null> {
  const { schoolId, kind, commits } = given;
  return database.inSchool({ schoolId, studentIds: '*' }, async (tx: Tx) => {
    const importId = await lastImport(tx, kind);
    if (importId === null) return null;
    return undoImportIn(tx, {
      importId,
      commits,
      by: null,
      now: new Date(),
      accessSince: (since) => database.identity((own) => accessGivenSince(own, { schoolId, since })),
    });
  });
}

async function refuseIfOvertaken(tx: Tx, head: ImportHead): Promise<void> {
  refuseUnlessLast({ ...head, ...(await importHead(tx, head.id)) });
}

function refuseUnlessLast({ undone, isLast, hasJournal }: ImportHead): void {
  if (undone)
    refuse('imports.alreadyUndone', {
      at: undone.at,
      ...(undone.author === null ? {} : { author: undone.author }),
    });
  if (!isLast) refuse('imports.notLast');
  if (!hasJournal) refuse('imports.noJournal');
}

type Written = { readonly entries: readonly Entry[]; readonly present: Present };

/** Before the writing, while the pages that go still stand and hear of it. */
async function tellRoster(tx: Tx, { entries, present: { roster } }: Written): Promise<void> {
  const of = (...facts: readonly Entry['fact'][]) => entries.filter(({ fact }) => facts.includes(fact));
  const groupOf = new Map(roster.assignments.map(({ id, groupId }) => [id, groupId]));
  const wholeOf = new Map(
    roster.groups.flatMap(({ id, kind, classIds }) =>
      kind === 'class' ? [[classIds[0] ?? '', id] as const] : [],
    ),
  );
  const persons = new Set([
    ...of('person', 'staff').map(({ id }) => id),
    ...of('admission', 'membership', 'guardianship').map(({ new: now }) => idOf(now, 'studentId')),
    ...of('guardianship').map(({ new: now }) => idOf(now, 'guardianId')),
    ...of('role').map(({ new: now }) => idOf(now, 'personId')),
    ...of('homeroom', 'teacher').map(({ new: now }) => idOf(now, 'staffId')),
  ]);
  const groupIds = [
    ...roster.memberships.flatMap(({ studentId, groupId }) => (persons.has(studentId) ? [groupId] : [])),
    ...of('assignment').map(({ new: now }) => idOf(now, 'groupId')),
    ...of('teacher').flatMap(({ new: now }) => groupOf.get(idOf(now, 'assignmentId')) ?? []),
    ...of('homeroom').flatMap(({ new: now }) => wholeOf.get(idOf(now, 'classId')) ?? []),
    ...of('class').map(({ new: now }) => idOf(now, 'groupId')),
  ];
  const isRoster = entries.some(({ fact }) => fact !== 'lesson' && fact !== 'template');
  if (isRoster) await tellRosterChanged(tx as unknown as AnyTx, { groupIds, studentIds: [] });
  const holders = roster.guardianships.flatMap(({ studentId, guardianId }) =>
    persons.has(studentId) ? [guardianId] : [],
  );
  const ids = [...new Set([...persons, ...holders])];
  if (ids.length > 0) await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids });
}

async function recordActs(
  tx: Tx,
  given: {
    readonly head: ImportHead;
    readonly entries: readonly Entry[];
    readonly counts: object;
    readonly by: ImportBy;
  },
): Promise<void> {
  const { head, entries, counts, by } = given;
  const { id: importId, kind, files } = head;
  await recordAct(tx, {
    ...actAuthor(tx, by),
    action: 'integrations.undoImport',
    subject: { importId, kind, files, ...counts },
  });
  const subjects = entries.flatMap(({ fact, id, old, new: now }) => {
    if (fact !== 'person' || old === null) return [];
    const changes = Object.keys(old).map((field) =>
      field === 'snilsIndex' ? { field: 'snils' } : { field, old: now[field], new: old[field] },
    );
    return [{ personId: id, changes }];
  });
  await recordPersonActs(tx, by, subjects);
}
