import { statement } from '#platform/db/tx.ts';

// The last fifty files ($2 = what the person may load, $3 today). By the key of file_import.
export const importsStatement = statement(
  'integrations.imports',
  `select json_build_object('today', $3::date, 'may', $2::json,
    'timeZone', (select s.time_zone from organisation.school s where s.school_id = $1::int),
    'imports', coalesce((
      select json_agg(json_build_object('id', i.id, 'at', to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'author', concat_ws(' ', p.last_name, p.first_name, p.middle_name), 'kind', i.kind, 'files', i.files,
        'startDate', i.start_date, 'counts', i.counts) order by i.id desc)
      from (select * from integrations.file_import f where f.school_id = $1::int order by f.id desc limit 50) i
      join roster.person p on p.school_id = $1::int and p.id = i.person_id), '[]'::json))::text`,
);

// One file that was loaded.
export const insertImport = statement(
  'integrations.recordImport',
  `insert into integrations.file_import (school_id, id, at, person_id, kind, files, start_date, counts)
   values ($1::int, $2::uuid, $3::timestamptz, $4::uuid, $5::text, $6::text[], $7::date, $8::jsonb)`,
);
