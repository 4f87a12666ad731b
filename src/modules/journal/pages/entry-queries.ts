import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { holdPeriodLocks } from './write-queries.ts';

/** What the journal has to say before lessons change. */
export type EntriesAndLocks = {
  /** Lessons that hold marks, or where attendance was taken. */
  readonly held: readonly string[];
  /** Lessons with a topic or with homework given at them. */
  readonly noted: readonly string[];
  /** Days of pages that lie in a closed period. */
  readonly locked: readonly { readonly pageId: string; readonly date: string; readonly period: string }[];
};

/**
 * Of some lessons, which hold entries; of some days of pages, which lie in a closed period. Holds the school's period
 * locks as they are until the transaction ends, as every write of the journal does.
 */
export async function entriesAndLocks(
  tx: AnyTx,
  asked: {
    readonly lessonIds: readonly string[];
    readonly days: readonly { readonly pageId: string; readonly date: string }[];
  },
): Promise<EntriesAndLocks> {
  await holdPeriodLocks(tx);
  const text = await tx.text(entriesStatement, [
    tx.schoolId,
    asked.lessonIds,
    asked.days.map(({ pageId }) => pageId),
    asked.days.map(({ date }) => date),
  ]);
  return JSON.parse(text ?? '{"held":[],"noted":[],"locked":[]}') as EntriesAndLocks;
}

// $2 lessons; $3 pages and $4 days, pairwise. By the keys of lesson_record, attendance and mark, work (lesson),
// homework (given_lesson), period_lock_period.
const entriesStatement = statement(
  'journal.entriesAndLocks',
  `select json_build_object(
    'held', (select coalesce(json_agg(n.id), '[]') from unnest($2::uuid[]) n(id)
      where exists (select from journal.lesson_record r
                    where r.school_id = $1::int and r.lesson_id = n.id and r.attendance_taken_at is not null)
        or exists (select from journal.attendance a
                   where a.school_id = $1::int and a.lesson_id = n.id and a.fact <> 'present')
        or exists (select from journal.work w join journal.mark m on m.school_id = $1::int and m.work_id = w.id
                   where w.school_id = $1::int and w.lesson_id = n.id and (m.value is not null or m.point_due is not null))),
    'noted', (select coalesce(json_agg(n.id), '[]') from unnest($2::uuid[]) n(id)
      where exists (select from journal.lesson_record r
                    where r.school_id = $1::int and r.lesson_id = n.id and r.topic is not null)
        or exists (select from homework.homework h
                   where h.school_id = $1::int and h.given_lesson_id = n.id and h.text is not null)),
    'locked', (select coalesce(json_agg(distinct jsonb_build_object('pageId', n.page_id, 'date', n.date, 'period', d.name)), '[]')
      from unnest($3::uuid[], $4::date[]) n(page_id, date)
      join roster.teaching_assignment a on a.school_id = $1::int and a.id = n.page_id
      join lateral (
        select min(c.grade) as grade from roster.group_class gc
        join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
        where gc.school_id = $1::int and gc.group_id = a.group_id) g on true
      join organisation.scheme_assignment sa on sa.school_id = $1::int and sa.academic_year_id = a.academic_year_id
        and sa.grade = g.grade
      join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = sa.scheme_id
        and n.date between d.start_date and d.end_date
      join journal.period_lock k on k.school_id = $1::int and k.grading_period_id = d.id and k.unlocked_at is null
        and (k.grade is null or k.grade = g.grade)))::text`,
);
