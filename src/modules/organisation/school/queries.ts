import { statement } from '#platform/db/tx.ts';
import { defaultSettings } from './rules.ts';

/** A school's settings as JSON inside another statement: what is stored over the defaults. `school` is its alias. */
export function settingsSql(school: string): string {
  return `('${JSON.stringify(defaultSettings)}'::jsonb || ${school}.settings)`;
}

const card = `json_build_object('id', s.school_id, 'name', s.name, 'shortName', s.short_name, 'timeZone', s.time_zone,
    'kind', s.kind, 'settings', (
      select json_object_agg(e.key, e.value)
      from jsonb_each(${settingsSql('s')}) e
      where e.key in (${Object.keys(defaultSettings)
        .map((key) => `'${key}'`)
        .join(', ')})))`;

// The card of one school by its key.
export const schoolCard = statement(
  'organisation.schoolCard',
  `select ${card}::text as json from organisation.school s where s.school_id = $1::int`,
);

// The card with its version; primary key.
export const setUpStatement = statement(
  'organisation.getSetUp',
  `select json_build_object('school', ${card}, 'version', s.version, 'mayWrite', $2::bool)::text as json
   from organisation.school s where s.school_id = $1::int`,
);

// The settings as they stand, held until the transaction ends.
export const holdSchool = statement(
  'organisation.holdSchool',
  `select name, short_name as "shortName", version, ${settingsSql('s')} as settings
   from organisation.school s where s.school_id = $1::int for update`,
);

// Names and settings of a school; its new version.
export const writeSettings = statement(
  'organisation.writeSettings',
  `update organisation.school set name = $2::text, short_name = $3::text, settings = settings || $4::jsonb, version = version + 1
   where school_id = $1::int returning version::text`,
);
