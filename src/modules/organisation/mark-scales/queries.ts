import { statement } from '#platform/db/tx.ts';
import type { ScaleDraft } from './contract.ts';

/**
 * The scale of new journal pages, inside a statement whose $1 is the school: the one chosen last, else the oldest with
 * numbers.
 */
export const usualScaleSql = `(
  select m.id from organisation.mark_scale m
  where m.school_id = $1::int and m.retired_at is null and exists (
    select from organisation.mark_scale_value v
    where v.school_id = $1::int and v.scale_id = m.id and v.numerator is not null and v.offered)
  order by m.usual_since desc nulls last, m.id limit 1)`;

export type StandingScale = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isUsual: boolean;
  readonly values: ScaleDraft['values'];
};

// The scales, held until the transaction ends: one change of the list at a time.
export const holdScales = statement(
  'organisation.holdScales',
  `select s.id, s.version, s.name, s.id = ${usualScaleSql} as "isUsual", (
    select coalesce(json_agg(json_build_object('code', v.code, 'hundredths', v.numerator * 100 / v.denominator, 'band', v.band,
      'isOffered', v.offered)), '[]')
    from organisation.mark_scale_value v where v.school_id = $1::int and v.scale_id = s.id) as values
  from organisation.mark_scale s where s.school_id = $1::int order by s.id for update of s`,
);

// A scale without its values; its new version. $4 it becomes the usual one, $5 it is no longer offered.
export const writeScale = statement(
  'organisation.writeScale',
  `insert into organisation.mark_scale as s (school_id, id, name, usual_since, retired_at)
   values ($1::int, $2::uuid, $3::text, case when $4::bool then clock_timestamp() end,
     case when $5::bool then clock_timestamp() end)
   on conflict (school_id, id) do update set name = excluded.name,
     usual_since = coalesce(excluded.usual_since, s.usual_since),
     retired_at = case when $5::bool then coalesce(s.retired_at, excluded.retired_at) end, version = s.version + 1
   returning version::text`,
);

// Away with values that no mark has.
export const dropValues = statement(
  'organisation.dropScaleValues',
  `delete from organisation.mark_scale_value where school_id = $1::int and scale_id = $2::uuid and code = any ($3::text[])`,
);

// The values of a scale in their order. $3 `[{code, numerator, denominator, band, isPassing, isOffered}]`.
export const writeValues = statement(
  'organisation.writeScaleValues',
  `insert into organisation.mark_scale_value (school_id, scale_id, code, numerator, denominator, band, is_passing, offered, ordinal)
   select $1::int, $2::uuid, v.code, v.numerator, v.denominator, v.band, v."isPassing", v."isOffered", v.ordinal
   from rows from (jsonb_to_recordset($3::jsonb)
     as (code text, numerator int, denominator int, band text, "isPassing" bool, "isOffered" bool))
     with ordinality as v(code, numerator, denominator, band, "isPassing", "isOffered", ordinal)
   on conflict (school_id, scale_id, code) do update set numerator = excluded.numerator, denominator = excluded.denominator,
     band = excluded.band, is_passing = excluded.is_passing, offered = excluded.offered, ordinal = excluded.ordinal`,
);
