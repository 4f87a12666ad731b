import { statement } from '#platform/db/tx.ts';
import { periodLocksKey } from '../pages/policy.ts';

const moment = (value: string) => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const nameOf = (person: string) =>
  `(select concat_ws(' ', p.last_name, p.first_name, p.middle_name) from roster.person p where p.school_id = $1::int and p.id = ${person})`;

/**
 * The periods of the current school year with their locks. $1 school, $2 the moment the school lives in, $3 may lock.
 * A school's dozen periods by its leading key, period_lock_period.
 */
export const periodLocks = statement(
  'journal.periodLocks',
  `with head as materialized (
    select s.time_zone, ($2::timestamptz at time zone s.time_zone)::date as today
    from organisation.school s where s.school_id = $1::int
  ),
  year as materialized (
    select y.id, y.name from organisation.academic_year y, head h
    where y.school_id = $1::int
    order by (y.start_date <= h.today) desc, abs(y.start_date - h.today) limit 1
  ),
  period as materialized (
    select d.id, d.kind, d.name, d.start_date, d.end_date, (
      select coalesce(json_agg(distinct c.grade order by c.grade), '[]')
      from organisation.scheme_assignment sa
      join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id and c.grade = sa.grade
        and c.closed_at is null
      where sa.school_id = $1::int and sa.academic_year_id = y.id and sa.scheme_id = d.scheme_id) as grades
    from year y
    join organisation.period_scheme e on e.school_id = $1::int and e.academic_year_id = y.id
    join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = e.id
  )
  select json_build_object('today', h.today, 'timeZone', h.time_zone, 'year', (select name from year),
    'periods', (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name,
        'startDate', d.start_date, 'endDate', d.end_date, 'grades', d.grades,
        'locks', (select coalesce(json_agg(json_build_object('grade', k.grade, 'at', ${moment('k.locked_at')},
            'byName', ${nameOf('k.locked_by')}) order by k.grade nulls first), '[]')
          from journal.period_lock k
          where k.school_id = $1::int and k.grading_period_id = d.id and k.unlocked_at is null),
        'openings', (select coalesce(json_agg(json_build_object('grade', k.grade, 'at', ${moment('k.unlocked_at')},
            'byName', ${nameOf('k.unlocked_by')}, 'reason', k.unlock_reason) order by k.unlocked_at desc, k.id desc), '[]')
          from journal.period_lock k
          where k.school_id = $1::int and k.grading_period_id = d.id and k.unlock_reason is not null))
      order by d.kind = 'year', d.start_date, d.end_date, d.id), '[]') from period d where d.grades::text <> '[]'),
    'may', json_build_object('lock', $3::bool))::text
  from head h`,
);

// One period with the grades of its scheme. $1 school, $2 period. By the keys of grading_period and scheme_assignment.
export const periodCard = statement(
  'journal.periodCard',
  `select json_build_object('id', d.id, 'name', d.name, 'startDate', d.start_date,
     'grades', (select coalesce(json_agg(sa.grade order by sa.grade), '[]') from organisation.scheme_assignment sa
       where sa.school_id = $1::int and sa.scheme_id = d.scheme_id))::text
   from organisation.grading_period d where d.school_id = $1::int and d.id = $2::uuid`,
);

// Waits for every write of marks that runs, and lets no other begin until the transaction ends.
export const takePeriodLocks = statement(
  'journal.takePeriodLocks',
  `select pg_advisory_xact_lock($1::int, ${periodLocksKey})::text`,
);

// The standing locks of a period. $1 school, $2 period. By period_lock_period.
export const standingLocks = statement(
  'journal.standingLocks',
  `select id, grade from journal.period_lock
   where school_id = $1::int and grading_period_id = $2::uuid and unlocked_at is null`,
);

// $1 school, $2 period, $3 ids and $4 grades, pairwise, $5 person, $6 the moment the school lives in.
export const addLocks = statement(
  'journal.addPeriodLocks',
  `insert into journal.period_lock (school_id, id, grading_period_id, grade, locked_at, locked_by)
   select $1::int, a.id, $2::uuid, a.grade, $6::timestamptz, $5::uuid
   from unnest($3::uuid[], $4::int[]) as a (id, grade)`,
);

/**
 * Ends locks ($2), divides one ($3) into locks of its grades ($4 ids, $5 grades, $6 opened, alike), by $7 person at $8
 * for $9. A lock that goes on keeps who closed it and when. By the key of period_lock.
 */
export const endLocks = statement(
  'journal.endPeriodLocks',
  `with ended as (
    update journal.period_lock set unlocked_at = $8::timestamptz, unlocked_by = $7::uuid,
      unlock_reason = case when id = any ($2::uuid[]) then $9::text end
    where school_id = $1::int and unlocked_at is null and (id = any ($2::uuid[]) or id = $3::uuid)
    returning id, grading_period_id, locked_at, locked_by
  )
  insert into journal.period_lock (school_id, id, grading_period_id, grade, locked_at, locked_by,
    unlocked_at, unlocked_by, unlock_reason)
  select $1::int, a.id, e.grading_period_id, a.grade, e.locked_at, e.locked_by,
    case when a.is_opened then $8::timestamptz end, case when a.is_opened then $7::uuid end,
    case when a.is_opened then $9::text end
  from ended e, unnest($4::uuid[], $5::int[], $6::bool[]) as a (id, grade, is_opened)
  where e.id = $3::uuid`,
);
