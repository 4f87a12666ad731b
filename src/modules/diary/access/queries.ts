import { statement } from '#platform/db/tx.ts';

/**
 * Whose events change one student's diary: pages and classes of the groups the student is in, was in, or
 * will be in this academic year. $1 school, $2 student, $3 today there.
 */
export const topicsStatement = statement(
  'diary.topics',
  `select json_agg(topic)::text as json
  from (
    select 'page:' || a.id as topic
    from roster.group_membership m
    join roster.teaching_assignment a on a.school_id = m.school_id and a.group_id = m.group_id
    join organisation.academic_year y on y.school_id = a.school_id and y.id = a.academic_year_id
    where m.school_id = $1::int and m.student_id = $2::uuid and y.end_date >= $3::date - 60
    union
    select 'class:' || gc.class_id
    from roster.group_membership m
    join roster.group_class gc on gc.school_id = m.school_id and gc.group_id = m.group_id
    where m.school_id = $1::int and m.student_id = $2::uuid
  ) topics`,
);
