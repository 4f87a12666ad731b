import { settingsSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

/**
 * Held lessons of the current year by date, and the settings they live by. $1 school, $2 the moment the school lives in.
 * By lesson_date and the key of lesson_record.
 */
export const heldByDate = statement(
  'journal.heldByDate',
  `with head as materialized (
    select ${settingsSql('s')} as settings, ($2::timestamptz at time zone s.time_zone) as local_now
    from organisation.school s where s.school_id = $1::int
  ),
  year as (
    select y.start_date from organisation.academic_year y, head h
    where y.school_id = $1::int and h.local_now::date between y.start_date and y.end_date limit 1
  ),
  held as (
    select l.date, count(*)::int as lessons, count(*) filter (where coalesce(r.topic, '') = '')::int as unfilled
    from head h, year y, timetable.lesson l
    left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
    where l.school_id = $1::int and l.state = 'planned' and l.date >= y.start_date
      and (l.date < h.local_now::date or l.date = h.local_now::date and l.ends <= h.local_now::time)
    group by l.date
  )
  select json_build_object('settings', h.settings, 'dates', coalesce((
    select json_agg(json_build_object('date', e.date, 'lessons', e.lessons, 'unfilled', e.unfilled)) from held e), '[]'))::text
  from head h`,
);

/**
 * Sums of the marks of the grading periods of today in hundredths, equal ones counted together. $1 school, $2 today, $3 a
 * retake takes the place of earlier attempts, $4 a scale or null, $5 its wished worths (`[{code, hundredths}]`). By
 * lesson_date, the keys of work (lesson) and mark.
 */
export const sumsOfPeriod = statement(
  'journal.sumsOfPeriod',
  `with graded as materialized (
    select a.id, a.subject_id, a.scale_id, a.hours_per_week_tenths as hours, d.start_date, d.end_date
    from roster.teaching_assignment a
    join lateral (
      select min(c.grade) as grade from roster.group_class gc
      join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
      where gc.school_id = $1::int and gc.group_id = a.group_id) g on true
    join organisation.scheme_assignment sa on sa.school_id = $1::int and sa.academic_year_id = a.academic_year_id
      and sa.grade = g.grade
    join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = sa.scheme_id and d.kind <> 'year'
      and $2::date between d.start_date and d.end_date
    where a.school_id = $1::int and a.scale_id is not null and a.retired_at is null
      and ($4::uuid is null or a.scale_id = $4::uuid)
  ),
  worth as materialized (
    select v.scale_id, v.code, v.numerator * 100 / v.denominator as now,
      coalesce(o.hundredths, v.numerator * 100 / v.denominator) as wished
    from organisation.mark_scale_value v
    left join jsonb_to_recordset($5::jsonb) o(code text, hundredths int) on v.scale_id = $4::uuid and o.code = v.code
    where v.school_id = $1::int and v.numerator is not null
  ),
  given as materialized (
    select g.subject_id, g.scale_id, g.hours, k.student_id, k.work_id, k.attempt, v.now, v.wished, w.weight,
      k.value = 'pendingPoint' or k.value is null and k.point_due is not null as is_point,
      max(k.attempt) filter (where v.now is not null) over (partition by k.work_id, k.student_id) as last
    from graded g
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = g.id and l.date between g.start_date and g.end_date
    join journal.work w on w.school_id = $1::int and w.lesson_id = l.id and w.weight > 0
    join journal.mark k on k.school_id = $1::int and k.work_id = w.id
    left join worth v on v.scale_id = g.scale_id and v.code = k.value
    where l.date <= $2::date
  ),
  summed as (
    -- By subject: whoever changed the group in mid-period keeps one average.
    select scale_id, max(hours) as hours, coalesce(sum(weight) filter (where counts), 0)::int as weights,
      coalesce(sum(now * weight) filter (where counts), 0)::int as weighted,
      coalesce(sum(now) filter (where counts), 0)::int as plain,
      coalesce(sum(wished * weight) filter (where counts), 0)::int as wished_weighted,
      coalesce(sum(wished) filter (where counts), 0)::int as wished_plain,
      count(*) filter (where counts)::int as marks, bool_or(is_point) as has_point
    from (select *, now is not null and (not $3::bool or attempt = last) as counts from given) m
    group by subject_id, scale_id, student_id
  )
  select scale_id as "scaleId", hours as "hoursTenths", weights, marks, has_point as "hasOpenPoint",
    json_build_object('weighted', weighted, 'plain', plain) as now,
    json_build_object('weighted', wished_weighted, 'plain', wished_plain) as wished, students
  from (
    select scale_id, hours, weights, weighted, plain, wished_weighted, wished_plain, marks, has_point,
      count(*)::int as students
    from summed group by scale_id, hours, weights, weighted, plain, wished_weighted, wished_plain, marks, has_point) alike`,
);

/** The settings of the school, and the values of its scales. $1 school. */
export const rulesOfMarks = statement(
  'journal.rulesOfMarks',
  `select json_build_object('settings', ${settingsSql('s')}, 'values', coalesce((
    select json_agg(json_build_object('scaleId', v.scale_id, 'code', v.code, 'numerator', v.numerator,
      'denominator', v.denominator, 'isOffered', v.offered))
    from organisation.mark_scale_value v where v.school_id = $1::int and v.numerator is not null), '[]'))::text
  from organisation.school s where s.school_id = $1::int`,
);
