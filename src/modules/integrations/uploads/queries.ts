import { statement } from '#platform/db/tx.ts';
import { fateSql } from '../import-undo/queries.ts';

// The last fifty files ($2 = what the person may load, $3 today). By the keys of file_import, import_entry and import_undo.
export const importsStatement = statement(
  'integrations.imports',
  `select json_build_object('today', $3::date, 'may', $2::json,
    'timeZone', (select s.time_zone from organisation.school s where s.school_id = $1::int),
    'imports', coalesce((
      select json_agg(json_build_object('id', i.id, 'at', to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'author', case when p.id is not null then concat_ws(' ', p.last_name, p.first_name, p.middle_name) end,
        'kind', i.kind, 'files', i.files, 'startDate', i.start_date, 'counts', i.counts,
        'mayUndo', (i.fate ->> 'isLast')::bool and (i.fate ->> 'hasJournal')::bool and i.fate ->> 'undone' is null
          and $2::jsonb @> to_jsonb(i.tables),
        'undone', i.fate -> 'undone') order by i.id desc)
      from (select i.*, json_build_object(${fateSql}) as fate
        from (select * from integrations.file_import f where f.school_id = $1::int order by f.id desc limit 50) i) i
      left join roster.person p on p.school_id = $1::int and p.id = i.person_id), '[]'::json))::text`,
);
