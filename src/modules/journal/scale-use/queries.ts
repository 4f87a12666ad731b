import type { ScaleUse } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

/** What hangs on a scale of marks in the journals. */
export const scaleUse: ScaleUse = {
  codesInUse: (tx, scaleId, codes) => tx.rows(marksWithCodes, [tx.schoolId, scaleId, codes]),
  pages: async (tx, scaleId, today) => Number(await tx.text(pagesOfScale, [tx.schoolId, scaleId, today])),
};

// Marks of the scale's pages and final marks of their subjects. By work_assignment and the key of mark.
const marksWithCodes = statement(
  'journal.marksWithCodes',
  `with page as materialized (
    select a.id, a.subject_id from roster.teaching_assignment a
    where a.school_id = $1::int and a.scale_id = $2::uuid
  )
  select code, sum(marks)::int as marks from (
    select k.value as code, count(*) as marks from page p
    join journal.work w on w.school_id = $1::int and w.assignment_id = p.id
    join journal.mark k on k.school_id = $1::int and k.work_id = w.id and k.value = any ($3::text[])
    group by k.value
    union all
    select f.value, count(*) from journal.final_mark f
    where f.school_id = $1::int and f.value = any ($3::text[]) and f.subject_id in (select subject_id from page)
    group by f.value) used
  group by code order by marks desc, code`,
);

const pagesOfScale = statement(
  'journal.pagesOfScale',
  `select count(*)::text from roster.teaching_assignment a
   join organisation.academic_year y on y.school_id = $1::int and y.id = a.academic_year_id and y.end_date >= $3::date
   where a.school_id = $1::int and a.scale_id = $2::uuid and a.retired_at is null`,
);
