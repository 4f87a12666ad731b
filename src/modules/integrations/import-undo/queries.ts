import type { Actor } from '#platform/actor.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import type { Entry } from '../import-journal/entry-rules.ts';
import type { UploadKind } from '../uploads/policy.ts';

/** An import beside what has become of it. */
export type ImportHead = {
  readonly id: string;
  readonly kind: 'lists' | 'timetable';
  readonly tables: readonly UploadKind[];
  readonly files: readonly string[];
  readonly startDate: string;
  readonly at: string;
  /** Null = the command line. */
  readonly author: string | null;
  /** By the clock of the database. */
  readonly writtenAt: string;
  readonly isLast: boolean;
  readonly hasJournal: boolean;
  readonly undone: { readonly at: string; readonly author: string | null } | null;
};

export type AnyReader = Pick<Tx, 'schoolId' | 'text'>;

export async function importHead(tx: AnyReader, id: string): Promise<ImportHead | null> {
  const text = await tx.text(headStatement, [tx.schoolId, id]);
  return text === null ? null : (JSON.parse(text) as ImportHead);
}

/** The newest import; of one kind when it is named. */
export function lastImport(tx: AnyReader, kind: ImportHead['kind'] | null): Promise<string | null> {
  return tx.text(lastStatement, [tx.schoolId, kind]);
}

export async function journalOf(tx: AnyReader, id: string): Promise<readonly Entry[]> {
  return JSON.parse((await tx.text(entriesStatement, [tx.schoolId, id])) ?? '[]') as Entry[];
}

/** False when somebody else was first, or a newer file has been loaded meanwhile. */
export async function claimUndo(
  tx: Pick<Tx, 'schoolId' | 'run'>,
  given: {
    readonly importId: string;
    readonly now: Date;
    readonly by: Pick<Actor, 'personId'> | null;
    readonly counts: object;
  },
): Promise<boolean> {
  const { importId, now, by, counts } = given;
  const values = [tx.schoolId, importId, now.toISOString(), by?.personId ?? null, JSON.stringify(counts)];
  return (await tx.run(insertUndo, values)) === 1;
}

/** Staff who substitute or are recorded away, and classes with special days of their own. */
export async function usesOutside(
  tx: AnyReader,
  asked: { readonly staffIds: readonly string[]; readonly classIds: readonly string[] },
): Promise<{ readonly staff: readonly string[]; readonly classes: readonly string[] }> {
  const text = await tx.text(outsideStatement, [tx.schoolId, asked.staffIds, asked.classIds]);
  return JSON.parse(text ?? '{"staff":[],"classes":[]}') as { staff: string[]; classes: string[] };
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const nameOf = (column: string) => `(select concat_ws(' ', p.last_name, p.first_name, p.middle_name)
  from roster.person p where p.school_id = $1::int and p.id = ${column})`;

/** Parts of an import's row `i` that say what has become of it. */
export const fateSql = `
  'isLast', not exists (select from integrations.file_import n
    where n.school_id = $1::int and n.kind = i.kind and n.id > i.id),
  'hasJournal', exists (select from integrations.import_entry e where e.school_id = $1::int and e.import_id = i.id),
  'undone', (select json_build_object('at', ${moment('u.at')}, 'author', ${nameOf('u.person_id')})
    from integrations.import_undo u where u.school_id = $1::int and u.import_id = i.id)`;

// One import; the keys of file_import, import_entry and import_undo.
const headStatement = statement(
  'integrations.importHead',
  `select json_build_object('id', i.id, 'kind', i.kind, 'tables', i.tables, 'files', i.files, 'startDate', i.start_date,
    'at', ${moment('i.at')}, 'author', ${nameOf('i.person_id')}, 'writtenAt', i.written_at, ${fateSql})::text
   from integrations.file_import i where i.school_id = $1::int and i.id = $2::uuid`,
);

// The newest by the key of file_import: ids grow with time.
const lastStatement = statement(
  'integrations.lastImport',
  `select i.id::text from integrations.file_import i
   where i.school_id = $1::int and ($2::text is null or i.kind = $2::text) order by i.id desc limit 1`,
);

// What an import did, in the order it was written down; key of import_entry.
const entriesStatement = statement(
  'integrations.importEntries',
  `select coalesce(json_agg(json_build_object('fact', e.fact, 'id', e.row_id, 'old', e.old_value, 'new', e.new_value)
     order by e.ordinal), '[]')::text
   from integrations.import_entry e where e.school_id = $1::int and e.import_id = $2::uuid`,
);

// That an import is taken back; the second of two waits at the key and finds it taken.
const insertUndo = statement(
  'integrations.undoImport',
  `insert into integrations.import_undo (school_id, import_id, at, person_id, counts)
   select $1::int, i.id, $3::timestamptz, $4::uuid, $5::jsonb from integrations.file_import i
   where i.school_id = $1::int and i.id = $2::uuid and not exists (
     select from integrations.file_import n where n.school_id = $1::int and n.kind = i.kind and n.id > i.id)
   on conflict (school_id, import_id) do nothing`,
);

// $2 staff, $3 classes. By lesson_substitute, staff_absence_staff, and a school's few special days.
const outsideStatement = statement(
  'integrations.usesOutside',
  `select json_build_object(
    'staff', (select coalesce(json_agg(n.id), '[]') from unnest($2::uuid[]) n(id)
      where exists (select from timetable.lesson l where l.school_id = $1::int and l.teacher_id = n.id)
        or exists (select from timetable.staff_absence w where w.school_id = $1::int and w.staff_id = n.id)),
    'classes', (select coalesce(json_agg(n.id), '[]') from unnest($3::uuid[]) n(id)
      where exists (select from organisation.day_override v
        where v.school_id = $1::int and v.scope = 'class' and v.scope_id = n.id::text)))::text`,
);
