import { statement } from '#platform/db/tx.ts';
import { defaultSettings } from './rules.ts';

/** A school's settings as JSON inside another statement: what is stored over the defaults. `school` is its alias. */
export function settingsSql(school: string): string {
  return `('${JSON.stringify(defaultSettings)}'::jsonb || ${school}.settings)`;
}

// The card of one school by its key.
export const schoolCard = statement(
  'organisation.schoolCard',
  `select json_build_object('id', s.school_id, 'name', s.name, 'shortName', s.short_name, 'timeZone', s.time_zone,
    'kind', s.kind, 'settings', (
      select json_object_agg(e.key, e.value)
      from jsonb_each(${settingsSql('s')}) e
      where e.key in (${Object.keys(defaultSettings)
        .map((key) => `'${key}'`)
        .join(', ')})))::text as json
  from organisation.school s where s.school_id = $1::int`,
);
