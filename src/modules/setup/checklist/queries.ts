import { statement } from '#platform/db/tx.ts';

/**
 * What stands of a school's set-up. $1 school, $2 today. The year is that of today, else the next, else the last. By
 * leading school_id: a few hundred rows; lessons by their unique key, one look a page.
 */
export const checklistFacts = statement(
  'setup.checklist',
  `with year as materialized (
    select y.id, y.name, y.start_date, y.end_date from organisation.academic_year y where y.school_id = $1::int
    order by ($2::date between y.start_date and y.end_date) desc, (y.start_date > $2::date) desc,
      case when y.start_date > $2::date then y.start_date end, y.start_date desc limit 1
  ),
  class as materialized (
    select c.id, c.grade, c.shift,
      exists (select from roster.group_class gc
        join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
        join roster.group_membership m on m.school_id = $1::int and m.group_id = g.id
          and (m.end_date is null or m.end_date >= $2::date)
        where gc.school_id = $1::int and gc.class_id = c.id) as has_students,
      exists (select from roster.class_homeroom h where h.school_id = $1::int and h.class_id = c.id
        and (h.end_date is null or h.end_date >= $2::date)) as has_homeroom
    from year y join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id and c.closed_at is null
  ),
  page as materialized (
    select a.id,
      exists (select from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = a.id
        and (t.end_date is null or t.end_date >= $2::date)) as has_teacher,
      exists (select from timetable.lesson l where l.school_id = $1::int and l.assignment_id = a.id
        and l.state <> 'retired') as has_lessons
    from year y join roster.teaching_assignment a on a.school_id = $1::int and a.academic_year_id = y.id
      and a.retired_at is null
  ),
  usual as materialized (
    select s.shift, (select count(*) from organisation.bell_period p
      where p.school_id = $1::int and p.bell_schedule_id = s.id) as bells
    from organisation.bell_schedule s where s.school_id = $1::int and s.usual
  )
  select json_build_object('school', s.short_name, 'today', $2::date,
    'year', (select json_build_object('name', y.name, 'startDate', y.start_date, 'endDate', y.end_date) from year y),
    'students', (select count(distinct a.student_id) from roster.admission a
      where a.school_id = $1::int and a.start_date <= $2::date and (a.end_date is null or a.end_date >= $2::date)),
    'facts', json_build_object(
      'years', (select count(*) from year),
      'periods', (select count(*) from year y
        join organisation.grading_period p on p.school_id = $1::int and p.kind <> 'year'
          and p.scheme_id in (select sa.scheme_id from organisation.scheme_assignment sa
            where sa.school_id = $1::int and sa.academic_year_id = y.id)),
      'gradesWithoutPeriods', (select count(distinct c.grade) from class c
        where not exists (select from year y join organisation.scheme_assignment sa on sa.school_id = $1::int
          and sa.academic_year_id = y.id and sa.grade = c.grade)),
      'bells', (select coalesce(sum(u.bells), 0) from usual u),
      'shiftsWithoutBells', (select count(distinct c.shift) from class c
        where not exists (select from usual u where u.shift = c.shift and u.bells > 0)),
      'classes', (select count(*) from class),
      'emptyClasses', (select count(*) from class c where not c.has_students),
      'subjects', (select count(*) from curriculum.subject x where x.school_id = $1::int and x.retired_at is null),
      'workTypes', (select count(*) from curriculum.work_type x where x.school_id = $1::int and x.retired_at is null),
      'staff', (select count(*) from roster.staff f where f.school_id = $1::int and (f.end_date is null or f.end_date >= $2::date)),
      'classesWithoutHomeroom', (select count(*) from class c where not c.has_homeroom),
      'pages', (select count(*) from page),
      'pagesWithoutTeacher', (select count(*) from page p where not p.has_teacher),
      'pagesWithLessons', (select count(*) from page p where p.has_lessons)))::text
  from organisation.school s where s.school_id = $1::int`,
);
