import { statement } from '#platform/db/tx.ts';

/**
 * Everything that ever stood in one work's cells of one student. $1 school, $2 page, $3 work, $4 student, then the
 * reader: $5 person, $6 reads the whole school, $7 homeroom classes, $8 today. No row for who may not read the page. By the key of
 * mark_revision.
 */
export const markRevisions = statement(
  'journal.markRevisions',
  `select json_build_object('revisions', (
    select coalesce(json_agg(json_build_object('attempt', r.attempt, 'slot', r.slot, 'version', r.version,
      'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'authorId', r.author_id,
      'authorName', concat_ws(' ', p.last_name, p.first_name, p.middle_name), 'oldValue', r.old_value,
      'newValue', r.new_value, 'oldComment', r.old_comment, 'newComment', r.new_comment,
      'reasonCode', r.reason_code, 'reason', r.reason) order by r.at desc, r.version desc, r.attempt desc, r.slot), '[]')
    from journal.mark_revision r
    join roster.person p on p.school_id = $1::int and p.id = r.author_id
    where r.school_id = $1::int and r.work_id = w.id and r.student_id = $4::uuid))::text as json
  from journal.work w
  join roster.teaching_assignment a on a.school_id = $1::int and a.id = w.assignment_id
  where w.school_id = $1::int and w.id = $3::uuid and w.assignment_id = $2::uuid
    and ($6::bool
      or exists (select from roster.assignment_teacher t
        where t.school_id = $1::int and t.assignment_id = a.id and t.staff_id = $5::uuid
          and t.start_date <= $8::date and (t.end_date is null or t.end_date >= $8::date))
      or exists (select from roster.group_class gc
        where gc.school_id = $1::int and gc.group_id = a.group_id and gc.class_id = any ($7::uuid[]))
      or exists (select from timetable.lesson l
        where l.school_id = $1::int and l.id = w.lesson_id and l.teacher_id = $5::uuid))`,
);
