import { statement } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { ChangePlan, LessonAfter } from './plan-rules.ts';

/** Who writes, in which act, why. */
export type ActHead = {
  readonly actId: string;
  readonly authorId: string;
  readonly reasonCode: string;
  readonly note: string | null;
  /** The moment the school lives in. */
  readonly now: Date;
};

/** Lessons of an act as they stand after it; `staffIds` = whose rights to lessons may be others now. */
export type WrittenAct = {
  readonly lessons: readonly { readonly id: string; readonly version: number }[];
};

/**
 * Writes what was planned: lessons, lessons in their place, a row of history each. Null when a lesson is no longer of
 * the version it was planned from; the transaction must then end.
 */
export async function writeChanges(tx: AnyTx, plan: ChangePlan, head: ActHead): Promise<WrittenAct | null> {
  const { schoolId } = tx;
  const lessons = await tx.rows<{ id: string; version: number }>(updateLessons, [
    schoolId,
    JSON.stringify(plan.after.map(lessonRow)),
  ]);
  if (lessons.length !== plan.after.length) return null;
  if (plan.added.length > 0) {
    await tx.run(insertLessons, [
      schoolId,
      JSON.stringify(
        plan.added.map((lesson) => ({
          ...lessonRow({ ...lesson, state: 'planned' }),
          page_id: lesson.pageId,
          replaces_id: lesson.replacesId,
        })),
      ),
    ]);
  }
  await tx.run(insertChanges, [
    schoolId,
    head.actId,
    head.authorId,
    head.reasonCode,
    head.note,
    head.now.toISOString(),
    JSON.stringify(
      plan.rows.map((row) => ({
        id: uuidv7(),
        lesson_id: row.lessonId,
        kind: row.kind,
        old_value: row.oldValue,
        new_value: row.newValue,
      })),
    ),
  ]);
  return { lessons };
}

/** Writes down that somebody is away. */
export async function recordAbsence(
  tx: AnyTx,
  absence: { readonly staffId: string; readonly from: string; readonly to: string },
  head: ActHead,
): Promise<void> {
  await tx.run(insertAbsence, [
    tx.schoolId,
    uuidv7(),
    absence.staffId,
    absence.from,
    absence.to,
    head.reasonCode,
    head.note,
    head.actId,
    head.authorId,
    head.now.toISOString(),
  ]);
}

/** Puts lessons back as they stood and takes the absence of the act back. Null as in `writeChanges`. */
export async function undoAct(
  tx: AnyTx,
  undone: {
    readonly actId: string;
    readonly after: readonly LessonAfter[];
    /** The rows taken back, with the lesson each belongs to. */
    readonly rows: readonly {
      readonly id: string;
      readonly lessonId: string;
      readonly kind: string;
      readonly oldValue: unknown;
      readonly newValue: unknown;
    }[];
  },
  head: Omit<ActHead, 'reasonCode' | 'note' | 'actId'>,
): Promise<WrittenAct | null> {
  const { schoolId } = tx;
  const lessons = await tx.rows<{ id: string; version: number }>(updateLessons, [
    schoolId,
    JSON.stringify(undone.after.map(lessonRow)),
  ]);
  if (lessons.length !== undone.after.length) return null;
  await tx.run(insertChanges, [
    schoolId,
    uuidv7(),
    head.authorId,
    null,
    null,
    head.now.toISOString(),
    JSON.stringify(
      undone.rows.map((row) => ({
        id: uuidv7(),
        lesson_id: row.lessonId,
        kind: row.kind,
        old_value: row.newValue,
        new_value: row.oldValue,
        undoes_id: row.id,
      })),
    ),
  ]);
  await tx.run(withdrawAbsence, [schoolId, undone.actId, head.authorId, head.now.toISOString()]);
  return { lessons };
}

function lessonRow(lesson: Omit<LessonAfter, 'expected'> & { readonly expected?: number }) {
  const { id, date, number, starts, ends, state, expected } = lesson;
  return {
    id,
    date,
    number,
    starts,
    ends,
    state,
    expected,
    seq_in_day: lesson.seqInDay,
    room_id: lesson.roomId,
    teacher_id: lesson.teacherId,
    merged_with_id: lesson.mergedWithId,
  };
}

const lessonRecord = `jsonb_to_recordset($2::jsonb) as r(id uuid, date date, number int, starts time, ends time, state text,
     expected int, seq_in_day int, room_id uuid, teacher_id uuid, merged_with_id uuid`;

// Lessons as they shall stand, each while its version is still the expected one. By the key.
const updateLessons = statement(
  'timetable.updateLessons',
  `update timetable.lesson l set date = r.date, number = r.number, starts = r.starts, ends = r.ends, state = r.state,
     seq_in_day = r.seq_in_day, room_id = r.room_id, teacher_id = r.teacher_id, merged_with_id = r.merged_with_id,
     version = l.version + 1
   from ${lessonRecord})
   where l.school_id = $1::int and l.id = r.id and l.version = r.expected
   returning l.id, l.version`,
);

// Lessons in place of others.
const insertLessons = statement(
  'timetable.insertLessons',
  `insert into timetable.lesson (school_id, id, assignment_id, date, seq_in_day, number, starts, ends, room_id, teacher_id, replaces_id)
   select $1::int, r.id, r.page_id, r.date, r.seq_in_day, r.number, r.starts, r.ends, r.room_id, r.teacher_id, r.replaces_id
   from ${lessonRecord}, page_id uuid, replaces_id uuid)`,
);

// The history of an act: $2 act, $3 author, $4 reason, $5 note, $6 moment, $7 rows.
const insertChanges = statement(
  'timetable.insertChanges',
  `insert into timetable.lesson_change (school_id, id, lesson_id, kind, at, author_id, old_value, new_value, reason, act_id,
     undoes_id, reason_code)
   select $1::int, r.id, r.lesson_id, r.kind, $6::timestamptz, $3::uuid, r.old_value, r.new_value, $5::text, $2::uuid,
     r.undoes_id, $4::text
   from jsonb_to_recordset($7::jsonb) as r(id uuid, lesson_id uuid, kind text, old_value jsonb, new_value jsonb, undoes_id uuid)`,
);

// Somebody is away.
const insertAbsence = statement(
  'timetable.insertAbsence',
  `insert into timetable.staff_absence (school_id, id, staff_id, start_date, end_date, reason_code, note, act_id, author_id, at)
   values ($1::int, $2::uuid, $3::uuid, $4::date, $5::date, $6::text, $7::text, $8::uuid, $9::uuid, $10::timestamptz)`,
);

// The absence an act ($2) wrote down; staff_absence_act.
const withdrawAbsence = statement(
  'timetable.withdrawAbsence',
  `update timetable.staff_absence set withdrawn_at = $4::timestamptz, withdrawn_by = $3::uuid
   where school_id = $1::int and act_id = $2::uuid and withdrawn_at is null`,
);
