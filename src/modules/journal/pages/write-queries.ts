import { settingsSql, timeOfDay } from '#modules/organisation/index.ts';
import type { SchoolSettings } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { type Statement, statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { type PageRow, periodLocksKey } from './policy.ts';

/** What a write must know of the page, its lessons, works and students before anything is written. */
export type PageFacts = Omit<PageRow, 'lessons'> & {
  readonly pageId: string;
  readonly subjectId: string;
  readonly scaleId: string | null;
  readonly settings: SchoolSettings;
  readonly timeZone: string;
  /** Codes of the page's scale. */
  readonly values: readonly string[];
  /** Of those the ones no longer given. */
  readonly notOffered: readonly string[];
  /** Those asked for. */
  readonly workTypes: readonly { readonly id: string; readonly weight: number }[];
  /** Of this page alone: those asked for and those of the works asked for. */
  readonly lessons: readonly LessonFacts[];
  /** Works of those lessons. */
  readonly works: readonly { readonly id: string; readonly lessonId: string; readonly ordinal: number }[];
  readonly stays: readonly Stay[];
  readonly absences: readonly { readonly lessonId: string; readonly studentId: string }[];
  /** Grows with each lock and each opening of a grading period of the school. */
  readonly lockStamp: number;
};

export type LessonFacts = {
  readonly id: string;
  readonly date: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly state: string;
  readonly teacherId: string | null;
  /** The locked grading period it falls into. */
  readonly lockedPeriod: string | null;
};

/** A stay of a student in the page's group, the last day included. */
export type Stay = {
  readonly studentId: string;
  readonly startDate: string;
  readonly endDate: string | null;
};

/** What a request names. */
export type Named = {
  readonly schoolId: number;
  readonly pageId: string;
  readonly lessonIds?: readonly string[];
  readonly workIds?: readonly string[];
  readonly studentIds?: readonly string[];
  readonly workTypeIds?: readonly string[];
};

/**
 * The facts of a page for one write; null when there is no such page in the school. Holds the school's period locks as
 * they are until the transaction ends: who locks a period takes the same lock alone and so waits for running writes.
 */
export async function pageFacts(tx: AnyTx, named: Named): Promise<PageFacts | null> {
  const { schoolId, pageId, lessonIds = [], workIds = [], studentIds = [], workTypeIds = [] } = named;
  return underLocks(tx, factsStatement, [schoolId, pageId, lessonIds, workIds, studentIds, workTypeIds]);
}

/** The same of all lessons, works and students of a page and all work types; absences are not among them. */
export function wholePageFacts(
  tx: AnyTx,
  page: Pick<Named, 'schoolId' | 'pageId'>,
): Promise<PageFacts | null> {
  return underLocks(tx, wholeFactsStatement, [page.schoolId, page.pageId]);
}

/** Holds the school's period locks as they are until the transaction ends; sent ahead, it need not be awaited. */
export async function holdPeriodLocks(tx: AnyTx): Promise<void> {
  if (tx.fence.shares !== periodLocksKey) await tx.text(holdLocks, [tx.schoolId]);
}

async function underLocks(
  tx: AnyTx,
  facts: Statement,
  values: readonly unknown[],
): Promise<PageFacts | null> {
  const [, text] = await Promise.all([holdPeriodLocks(tx), tx.text(facts, values)]);
  return text === null ? null : (JSON.parse(text) as PageFacts);
}

/** The facts of the page a lesson belongs to; null when there is no such lesson in the school. */
export async function pageFactsOfLesson(
  tx: AnyTx,
  { schoolId, lessonId }: { readonly schoolId: number; readonly lessonId: string },
): Promise<PageFacts | null> {
  const [lesson] = await tx.rows<{ pageId: string }>(pageOfLesson, [schoolId, lessonId]);
  return lesson ? pageFacts(tx, { schoolId, pageId: lesson.pageId, lessonIds: [lessonId] }) : null;
}

/** The date and time at the school, which rules compare with. */
export function schoolTime(actor: Actor, facts: PageFacts, now: Date): { today: string; time: string } {
  return { today: actor.today, time: timeOfDay(facts.timeZone, now) };
}

/** Another transaction was first with the same key of a table. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

// Shared by all who write marks; costs no row and no log, and ends with the transaction.
const holdLocks = statement(
  'journal.holdPeriodLocks',
  `select pg_advisory_xact_lock_shared($1::int, ${periodLocksKey})::text`,
);

// The journal page of a lesson. By its key.
const pageOfLesson = statement(
  'journal.pageOfLesson',
  `select assignment_id as "pageId" from timetable.lesson where school_id = $1::int and id = $2::uuid`,
);

/** `PageFacts.lockStamp` inside a statement whose $1 is the school: a few rows a year. */
export const lockStampSql = `(select count(*) + count(k.unlocked_at) from journal.period_lock k where k.school_id = $1::int)`;

/** The facts of a page; `which` narrows lessons (l), works (w), stays (m) and work types (t), absences (a) are read if given. */
const factsSql = (which: {
  readonly lessons: string;
  readonly works: string;
  readonly stays: string;
  readonly workTypes: string;
  readonly absences: string | null;
}) => `with page as materialized (
    select a.id, a.subject_id, a.scale_id, a.group_id, a.academic_year_id
    from roster.teaching_assignment a
    where a.school_id = $1::int and a.id = $2::uuid
  ),
  class as materialized (
    select c.id, c.grade
    from page p
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = p.group_id
    join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
  ),
  lesson as materialized (
    select l.id, l.date, l.starts, l.ends, l.state, l.teacher_id
    from page p, timetable.lesson l
    where l.school_id = $1::int and l.assignment_id = p.id and ${which.lessons}
  ),
  locked as materialized (
    select d.name, d.start_date, d.end_date, d.kind
    from page p
    join (select min(grade) as grade from class) g on true
    join journal.period_lock k on k.school_id = $1::int and k.unlocked_at is null
      and (k.grade is null or k.grade = g.grade)
    join organisation.grading_period d on d.school_id = $1::int and d.id = k.grading_period_id
    join organisation.scheme_assignment sa on sa.school_id = $1::int and sa.academic_year_id = p.academic_year_id
      and sa.grade = g.grade and sa.scheme_id = d.scheme_id
  )
  select json_build_object('pageId', p.id, 'subjectId', p.subject_id, 'scaleId', p.scale_id,
    'settings', ${settingsSql('s')}, 'timeZone', s.time_zone, 'lockStamp', ${lockStampSql},
    'teachers', (select coalesce(json_agg(json_build_object('staffId', t.staff_id, 'startDate', t.start_date,
      'endDate', t.end_date)), '[]')
      from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = p.id),
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade)), '[]') from class c),
    'values', (select coalesce(json_agg(v.code), '[]') from organisation.mark_scale_value v
      where v.school_id = $1::int and v.scale_id = p.scale_id),
    'notOffered', (select coalesce(json_agg(v.code), '[]') from organisation.mark_scale_value v
      where v.school_id = $1::int and v.scale_id = p.scale_id and not v.offered),
    'workTypes', (select coalesce(json_agg(json_build_object('id', t.id, 'weight', t.weight)), '[]')
      from curriculum.work_type t where t.school_id = $1::int and ${which.workTypes}),
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, 'date', l.date,
      'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'state', l.state,
      'teacherId', l.teacher_id, 'lockedPeriod', (
        select k.name from locked k where l.date between k.start_date and k.end_date order by k.kind = 'year' limit 1))), '[]')
      from lesson l),
    'works', (select coalesce(json_agg(json_build_object('id', w.id, 'lessonId', w.lesson_id, 'ordinal', w.ordinal)), '[]')
      from journal.work w
      where w.school_id = $1::int and w.assignment_id = p.id and ${which.works}),
    'stays', (select coalesce(json_agg(json_build_object('studentId', m.student_id, 'startDate', m.start_date,
      'endDate', m.end_date) order by m.start_date), '[]')
      from roster.group_membership m
      where m.school_id = $1::int and m.group_id = p.group_id and ${which.stays}),
    'absences', ${
      which.absences === null
        ? `'[]'::json`
        : `case when s.settings ->> 'markWhenAbsent' = 'block' then (
      select coalesce(json_agg(json_build_object('lessonId', a.lesson_id, 'studentId', a.student_id)), '[]')
      from journal.attendance a
      where a.school_id = $1::int and a.fact = 'absent' and ${which.absences}) else '[]'::json end`
    }
  )::text
  from page p, organisation.school s where s.school_id = $1::int`;

/**
 * $1 school, $2 page, $3 lessons, $4 works, $5 students, $6 work types. By the keys of lesson and
 * work, group_membership_group, assignment_teacher_assignment, period_lock_period.
 */
const factsStatement = statement(
  'journal.pageFacts',
  factsSql({
    lessons: `l.id = any ($3::uuid[] || array(
      select w.lesson_id from journal.work w where w.school_id = $1::int and w.id = any ($4::uuid[])))`,
    works: 'w.lesson_id = any (array(select id from lesson))',
    stays: 'm.student_id = any ($5::uuid[])',
    workTypes: 't.id = any ($6::uuid[])',
    absences: 'a.lesson_id = any (array(select id from lesson)) and a.student_id = any ($5::uuid[])',
  }),
);

// $1 school, $2 page. By the key of lesson's page, work_assignment, group_membership_group, assignment_teacher_assignment.
const wholeFactsStatement = statement(
  'journal.wholePageFacts',
  factsSql({ lessons: 'true', works: 'true', stays: 'true', workTypes: 'true', absences: null }),
);
