import { statement } from '#platform/db/tx.ts';

/**
 * Makes a work ($3 expected = 0) or changes it when its version is still $3; answers the new version, or nothing.
 * $1 school, $2 work, $4 page, $5 lesson, $6 ordinal, $7 type, $8 weight, $9 title, $10 person, $11 session, $12 the
 * moment the school lives in. Throws a unique violation when the ordinal is taken.
 */
export const writeWork = statement(
  'journal.writeWork',
  `with written as (
     insert into journal.work as w (school_id, id, assignment_id, lesson_id, ordinal, work_type_id, weight, title,
       created_by, created_at, version)
     select $1::int, $2::uuid, $4::uuid, $5::uuid, $6::int, $7::uuid, $8::int, $9::text, $10::uuid, $12::timestamptz, $3::int + 1
     where $3::int = 0
        or exists (select from journal.work o where o.school_id = $1::int and o.id = $2::uuid and o.lesson_id = $5::uuid)
     on conflict (school_id, id) do update set
       work_type_id = excluded.work_type_id, weight = excluded.weight, title = excluded.title, version = excluded.version
     where w.version = excluded.version - 1
     returning w.id, w.lesson_id, w.ordinal, w.work_type_id, w.weight, w.title, w.version
   ), revision as (
     insert into journal.work_revision (school_id, work_id, version, at, author_id, session_id, work_type_id, weight, title)
     select $1::int, w.id, w.version, $12::timestamptz, $10::uuid, $11::uuid, w.work_type_id, w.weight, w.title from written w
   )
   select w.id, w.lesson_id as "lessonId", w.ordinal, w.work_type_id as "workTypeId", w.weight, w.title, w.version
   from written w`,
);

// A work as it stands, with who changed it last: for a conflict. By the keys of work and work_revision.
export const currentWork = statement(
  'journal.currentWork',
  `select w.work_type_id as "workTypeId", w.weight, w.title, w.version, r.author_id as "authorId", r.at,
     concat_ws(' ', p.last_name, p.first_name, p.middle_name) as "authorName"
   from journal.work w
   left join journal.work_revision r on r.school_id = w.school_id and r.work_id = w.id and r.version = w.version
   left join roster.person p on p.school_id = w.school_id and p.id = r.author_id
   where w.school_id = $1::int and w.id = $2::uuid`,
);
