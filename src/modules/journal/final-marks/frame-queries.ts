import { statement } from '#platform/db/tx.ts';
import type { HasFinalMarks } from '#modules/organisation/index.ts';

/** Do final marks of students of these grades hang on the periods of a scheme? */
export const hasFinalMarks: HasFinalMarks = async (tx, { yearId, schemeId, grades }) =>
  (await tx.text(marksOnScheme, [tx.schoolId, schemeId, yearId, grades])) === 'true';

// By final_mark_period; the class of a student by group_membership_student.
const marksOnScheme = statement(
  'journal.hasFinalMarks',
  `select exists (
    select from organisation.grading_period p
    join journal.final_mark f on f.school_id = $1::int and f.grading_period_id = p.id and f.value is not null
    join roster.group_membership m on m.school_id = $1::int and m.student_id = f.student_id
    join roster.study_group g on g.school_id = $1::int and g.id = m.group_id and g.kind = 'class' and g.academic_year_id = $3::uuid
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = g.id
    join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id and c.grade = any ($4::int[])
    where p.school_id = $1::int and p.scheme_id = $2::uuid)::text`,
);
