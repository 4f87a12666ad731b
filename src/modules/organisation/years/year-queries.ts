import { statement } from '#platform/db/tx.ts';

// All years of a school with schemes in use, periods and breaks; a school's few dozen rows by the leading school_id.
export const yearsStatement = statement(
  'organisation.listYears',
  `select json_build_object('today', $2::date, 'mayWrite', $3::bool, 'years', coalesce((
    select json_agg(json_build_object('id', y.id, 'name', y.name, 'version', y.version,
      'startDate', y.start_date, 'endDate', y.end_date,
      'schemes', coalesce((
        select json_agg(json_build_object('id', e.id, 'kind', e.kind,
          'grades', (select json_agg(sa.grade order by sa.grade) from organisation.scheme_assignment sa
            where sa.school_id = $1::int and sa.academic_year_id = y.id and sa.scheme_id = e.id),
          'periods', coalesce((select json_agg(json_build_object('startDate', p.start_date, 'endDate', p.end_date) order by p.ordinal)
            from organisation.grading_period p
            where p.school_id = $1::int and p.scheme_id = e.id and p.kind <> 'year'), '[]')) order by e.id)
        from organisation.period_scheme e
        where e.school_id = $1::int and e.academic_year_id = y.id
          and exists (select from organisation.scheme_assignment sa
            where sa.school_id = $1::int and sa.academic_year_id = y.id and sa.scheme_id = e.id)), '[]'),
      'breaks', coalesce((
        select json_agg(json_build_object('name', b.name, 'startDate', b.start_date, 'endDate', b.end_date, 'grades', b.grades)
          order by b.start_date, b.id)
        from organisation.holiday_break b where b.school_id = $1::int and b.academic_year_id = y.id), '[]'))
      order by y.start_date desc)
    from organisation.academic_year y where y.school_id = $1::int), '[]'))::text as json`,
);

export type StandingYear = {
  readonly id: string;
  readonly version: number;
  readonly startDate: string;
  readonly endDate: string;
};

// The years, held until the transaction ends: one change of the school's calendar at a time.
export const holdYears = statement(
  'organisation.holdYears',
  `select id, version, start_date as "startDate", end_date as "endDate" from organisation.academic_year
   where school_id = $1::int order by id for update`,
);

export type StandingScheme = {
  readonly id: string;
  readonly kind: string;
  readonly periods: number;
  readonly grades: number[];
};

// The schemes of a year, those without grades too.
export const schemesOfYear = statement(
  'organisation.schemesOfYear',
  `select e.id, e.kind,
     (select count(*)::int from organisation.grading_period p
       where p.school_id = $1::int and p.scheme_id = e.id and p.kind <> 'year') as periods,
     array(select sa.grade from organisation.scheme_assignment sa
       where sa.school_id = $1::int and sa.academic_year_id = $2::uuid and sa.scheme_id = e.id order by sa.grade) as grades
   from organisation.period_scheme e where e.school_id = $1::int and e.academic_year_id = $2::uuid`,
);

// The whole year in one statement: $3 name, $4 and $5 its days, $6 schemes, $7 periods, $8 grades, $9 breaks (json).
export const writeYear = statement(
  'organisation.writeYear',
  `with year as (
    insert into organisation.academic_year as y (school_id, id, name, start_date, end_date)
    values ($1::int, $2::uuid, $3::text, $4::date, $5::date)
    on conflict (school_id, id) do update set name = excluded.name, start_date = excluded.start_date,
      end_date = excluded.end_date, version = y.version + 1
    returning version
  ),
  scheme as (
    insert into organisation.period_scheme (school_id, id, academic_year_id, name, kind)
    select $1::int, s.id, $2::uuid, s.name, s.kind from json_to_recordset($6::json) as s (id uuid, name text, kind text)
    on conflict (school_id, id) do update set name = excluded.name
    returning 1
  ),
  period as (
    insert into organisation.grading_period (school_id, id, scheme_id, kind, ordinal, name, start_date, end_date)
    select $1::int, p.id, p.scheme, p.kind, p.ordinal, p.name, p.start, p."end"
    from json_to_recordset($7::json) as p (id uuid, scheme uuid, kind text, ordinal integer, name text, start date, "end" date)
    on conflict (school_id, scheme_id, ordinal) do update set name = excluded.name, start_date = excluded.start_date,
      end_date = excluded.end_date
    returning 1
  ),
  assigned as (
    insert into organisation.scheme_assignment (school_id, academic_year_id, grade, scheme_id)
    select $1::int, $2::uuid, g.grade, g.scheme from json_to_recordset($8::json) as g (grade integer, scheme uuid)
    on conflict (school_id, academic_year_id, grade) do update set scheme_id = excluded.scheme_id
    returning 1
  )
  select version::text from year
    where (select count(*) from scheme) + (select count(*) from period) + (select count(*) from assigned) >= 0`,
);

// Away with a year's breaks; the new ones follow in the same transaction.
export const clearBreaks = statement(
  'organisation.clearBreaks',
  `delete from organisation.holiday_break where school_id = $1::int and academic_year_id = $2::uuid`,
);
