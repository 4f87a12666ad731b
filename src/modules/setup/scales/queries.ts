import { usualScaleSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

// $1 school, $2 may write, $3 today. A school's few scales and the hundreds of pages of its year.
export const scalesStatement = statement(
  'setup.listMarkScales',
  `with page as materialized (
    select a.scale_id, a.subject_id from roster.teaching_assignment a
    join organisation.academic_year y on y.school_id = $1::int and y.id = a.academic_year_id
      and $3::date between y.start_date and y.end_date
    where a.school_id = $1::int and a.retired_at is null and a.scale_id is not null
  )
  select json_build_object('mayWrite', $2::bool,
    'scales', coalesce((
      select json_agg(json_build_object('id', s.id, 'version', s.version, 'name', s.name, 'isUsual', s.id = ${usualScaleSql},
        'isRetired', s.retired_at is not null, 'pages', (select count(*)::int from page p where p.scale_id = s.id),
        'values', coalesce((
          select json_agg(json_build_object('code', v.code, 'hundredths', v.numerator * 100 / v.denominator, 'band', v.band,
            'isOffered', v.offered) order by v.ordinal)
          from organisation.mark_scale_value v where v.school_id = $1::int and v.scale_id = s.id), '[]')) order by s.id)
      from organisation.mark_scale s where s.school_id = $1::int), '[]'),
    'subjects', coalesce((
      select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.ordinal, u.name)
      from curriculum.subject u where u.school_id = $1::int and u.id in (select subject_id from page)), '[]'))::text as json`,
);

/**
 * Journal pages with marks of the current year and what of their marks a scale has not. $1 school, $2 scale, $3 today, and
 * either $4 their ids or $5 subject, $6 from and $7 to grade. By teaching_assignment, work_assignment and the key of mark.
 */
export const pagesForScale = statement(
  'setup.pagesForScale',
  `select a.id as "pageId", a.scale_id as "scaleId",
    case when g.kind = 'class' then c.grade || ' «' || c.letter || '»' else g.name end as "groupName",
    coalesce((
      select json_agg(json_build_object('code', u.value, 'marks', u.marks) order by u.value) from (
        select k.value, count(*)::int as marks from journal.work w
        join journal.mark k on k.school_id = $1::int and k.work_id = w.id and k.value is not null
        where w.school_id = $1::int and w.assignment_id = a.id and a.scale_id <> $2::uuid and not exists (
          select from organisation.mark_scale_value v
          where v.school_id = $1::int and v.scale_id = $2::uuid and v.code = k.value)
        group by k.value) u), '[]') as unfit
  from roster.teaching_assignment a
  join organisation.academic_year y on y.school_id = $1::int and y.id = a.academic_year_id
    and $3::date between y.start_date and y.end_date
  join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
  left join lateral (
    select s.grade, s.letter from roster.group_class gc
    join roster.school_class s on s.school_id = $1::int and s.id = gc.class_id
    where gc.school_id = $1::int and gc.group_id = a.group_id order by s.grade, s.letter limit 1) c on true
  where a.school_id = $1::int and a.retired_at is null and a.scale_id is not null
    and (a.id = any ($4::uuid[]) or a.subject_id = $5::uuid and c.grade between $6::int and $7::int)
  order by c.grade, c.letter, g.name`,
);

/** May pages take the scale? $1 school, $2 scale. */
export const openScale = statement(
  'setup.openScale',
  `select s.id from organisation.mark_scale s where s.school_id = $1::int and s.id = $2::uuid and s.retired_at is null
   for key share`,
);
