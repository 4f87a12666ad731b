import { statement } from '#platform/db/tx.ts';

// A school's few dozen subjects and kinds of work; by the leading school_id.
export const curriculumStatement = statement(
  'curriculum.getCurriculum',
  `select json_build_object('mayWrite', $2::bool,
    'subjects', coalesce((
      select json_agg(json_build_object('id', s.id, 'version', s.version, 'name', s.name, 'shortName', s.short_name,
        'area', s.area, 'kind', s.kind, 'isRetired', s.retired_at is not null) order by s.ordinal, s.name)
      from curriculum.subject s where s.school_id = $1::int), '[]'),
    'workTypes', coalesce((
      select json_agg(json_build_object('id', t.id, 'version', t.version, 'name', t.name, 'abbr', t.abbr, 'weight', t.weight,
        'isAssessment', t.is_assessment, 'isDefault', t.is_default, 'isRetired', t.retired_at is not null)
        order by t.ordinal, t.id)
      from curriculum.work_type t where t.school_id = $1::int), '[]'))::text as json`,
);

export type StandingSubject = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
};

// The subjects, held until the transaction ends: one change of the list at a time.
export const holdSubjects = statement(
  'curriculum.holdSubjects',
  `select id, version, name, kind from curriculum.subject where school_id = $1::int order by id for update`,
);

// A subject, new ones behind the others.
export const writeSubject = statement(
  'curriculum.writeSubject',
  `insert into curriculum.subject as s (school_id, id, name, short_name, area, kind, ordinal, retired_at)
   select $1::int, $2::uuid, $3::text, $4::text, $5::text, $6::text,
     (select coalesce(max(o.ordinal), 0) + 1 from curriculum.subject o where o.school_id = $1::int),
     case when $7::bool then clock_timestamp() end
   on conflict (school_id, id) do update set name = excluded.name, short_name = excluded.short_name, area = excluded.area,
     retired_at = case when $7::bool then coalesce(s.retired_at, excluded.retired_at) end, version = s.version + 1`,
);

export type StandingWorkType = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly abbr: string;
  readonly isDefault: boolean;
};

// The kinds of work, held until the transaction ends.
export const holdWorkTypes = statement(
  'curriculum.holdWorkTypes',
  `select id, version, name, abbr, is_default as "isDefault" from curriculum.work_type
   where school_id = $1::int order by id for update`,
);

// A kind of work, new ones behind the others; the one a new column has is one alone.
export const writeWorkType = statement(
  'curriculum.writeWorkType',
  `with others as (
    update curriculum.work_type set is_default = false, version = version + 1
    where school_id = $1::int and id <> $2::uuid and is_default and $7::bool)
  insert into curriculum.work_type as t (school_id, id, name, abbr, weight, is_assessment, is_default, ordinal, retired_at)
  select $1::int, $2::uuid, $3::text, $4::text, $5::int, $6::bool, $7::bool,
    (select coalesce(max(o.ordinal), 0) + 1 from curriculum.work_type o where o.school_id = $1::int),
    case when $8::bool then clock_timestamp() end
  on conflict (school_id, id) do update set name = excluded.name, abbr = excluded.abbr, weight = excluded.weight,
    is_assessment = excluded.is_assessment, is_default = excluded.is_default,
    retired_at = case when $8::bool then coalesce(t.retired_at, excluded.retired_at) end, version = t.version + 1`,
);
