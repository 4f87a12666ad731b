import { statement } from '#platform/db/tx.ts';

/**
 * Whom one school's page frame names: the reader and the reader's students with their class of today.
 * $1 school, $2 students, $3 today there, $4 the reader's person. Keys and group_membership_student.
 */
export const familyStatement = statement(
  'diary.family',
  `select json_build_object(
    'person', (
      select json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)
      from roster.person p where p.school_id = $1::int and p.id = $4::uuid),
    'children', (
      select coalesce(json_agg(json_build_object('schoolId', $1::int, 'studentId', p.id, 'lastName', p.last_name,
        'firstName', p.first_name, 'grade', c.grade, 'letter', c.letter, 'school', s.short_name)
        order by p.birth_date desc nulls last, p.sort_key), '[]')
      from roster.person p
      left join lateral (
        select sc.grade, sc.letter
        from roster.group_membership m
        join roster.study_group g on g.school_id = m.school_id and g.id = m.group_id and g.kind = 'class'
        join roster.group_class gc on gc.school_id = g.school_id and gc.group_id = g.id
        join roster.school_class sc on sc.school_id = gc.school_id and sc.id = gc.class_id
        where m.school_id = $1::int and m.student_id = p.id
        order by (m.start_date <= $3::date) desc, abs(m.start_date - $3::date) limit 1
      ) c on true
      where p.school_id = $1::int and p.id = any ($2::uuid[])))::text as json
  from organisation.school s
  where s.school_id = $1::int`,
);
