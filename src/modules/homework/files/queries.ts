import { statement } from '#platform/db/tx.ts';
import type { FileKind } from '#platform/files/kinds.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { HomeworkFile } from './contract.ts';

/**
 * The standing files of some pieces of homework, for the statements of whoever shows homework: `homework_id` and `items`,
 * JSON. $1 = school; `ids` = a subselect of one array, sorted, so that neighbours are read from one page. By the key.
 */
export const filesOfHomeworkSql = (ids: string) =>
  `select f.homework_id, json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size)
      order by f.position) as items
    from homework.file f
    where f.school_id = $1::int and f.homework_id = any ((${ids})::uuid[]) and f.removed_at is null
    group by f.homework_id`;

// The homework standing at a lesson ($2), locked: files are counted and written by one command at a time.
export const lockHomework = statement(
  'homework.lockForFiles',
  `select h.id from homework.homework h
   where h.school_id = $1::int and h.given_lesson_id = $2::uuid and h.ordinal = 1 and h.text is not null
   for update`,
);

export type FileRow = HomeworkFile & {
  readonly sha256: string;
  readonly position: number;
  readonly removedAt: string | null;
};

// Every file of a piece of homework ($2), those taken off too. By its key.
export const everyFile = statement(
  'homework.everyFile',
  `select f.id, f.name, f.kind, f.size, encode(f.sha256, 'hex') as sha256, f.position, f.removed_at as "removedAt"
   from homework.file f where f.school_id = $1::int and f.homework_id = $2::uuid order by f.position`,
);

// New files of a piece of homework ($2), but none whose id is known: $3 rows, $4 person, $5 session, $6 moment.
export const insertFiles = statement(
  'homework.insertFiles',
  `insert into homework.file (school_id, homework_id, id, name, kind, size, sha256, position, author_id, session_id, created_at)
   select $1::int, $2::uuid, r.id, r.name, r.kind, r.size, decode(r.sha256, 'hex'), r.position, $4::uuid, $5::uuid, $6::timestamptz
   from jsonb_to_recordset($3::jsonb) as r(id uuid, name text, kind text, size int, sha256 text, position int)
   on conflict do nothing`,
);

// Takes a file ($3) off at a moment ($4), or puts it back (null). By its key.
export const markRemoved = statement(
  'homework.markFileRemoved',
  `update homework.file f set removed_at = $4::timestamptz, removed_by = $5::uuid
   where f.school_id = $1::int and f.homework_id = $2::uuid and f.id = $3::uuid`,
);

/** A file with all that decides who reads it. */
export type FileToRead = {
  readonly name: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly publishAt: string;
  readonly teacherId: string | null;
  readonly teachers: readonly {
    readonly staffId: string;
    readonly startDate: string;
    readonly endDate: string | null;
  }[];
  readonly classes: readonly { readonly id: string }[];
  /** In the group on the day it was given or the day it is due: in whose diary it stands. */
  readonly studentIds: readonly string[];
};

export async function fileToRead(tx: AnyTx, schoolId: number, fileId: string): Promise<FileToRead | null> {
  const text = await tx.text(fileStatement, [schoolId, fileId]);
  return text === null ? null : (JSON.parse(text) as FileToRead);
}

// A standing file ($2) of standing homework. By the keys and group_membership_group.
const fileStatement = statement(
  'homework.fileToRead',
  `select json_build_object('name', f.name, 'kind', f.kind, 'sha256', encode(f.sha256, 'hex'),
     'publishAt', to_char(h.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'teacherId', l.teacher_id,
     'teachers', (select coalesce(json_agg(json_build_object('staffId', t.staff_id, 'startDate', t.start_date,
        'endDate', t.end_date)), '[]')
       from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = a.id),
     'classes', (select coalesce(json_agg(json_build_object('id', gc.class_id)), '[]')
       from roster.group_class gc where gc.school_id = $1::int and gc.group_id = a.group_id),
     'studentIds', (select coalesce(json_agg(distinct m.student_id), '[]')
       from roster.group_membership m
       where m.school_id = $1::int and m.group_id = a.group_id
         and (l.date between m.start_date and coalesce(m.end_date, 'infinity')
           or h.due_date between m.start_date and coalesce(m.end_date, 'infinity'))))::text
   from homework.file f
   join homework.homework h on h.school_id = $1::int and h.id = f.homework_id and h.text is not null
   join timetable.lesson l on l.school_id = $1::int and l.id = h.given_lesson_id
   join roster.teaching_assignment a on a.school_id = $1::int and a.id = h.assignment_id
   where f.school_id = $1::int and f.id = $2::uuid and f.removed_at is null`,
);

// Hashes of one shelf of kept files ($1 = first byte) that are needed: standing, or taken off since $2. Over all schools,
// once a night, reading the table through.
export const filesNeeded = statement(
  'homework.filesNeeded',
  `select distinct encode(f.sha256, 'hex') as sha256 from homework.file f
   where get_byte(f.sha256, 0) = $1::int and (f.removed_at is null or f.removed_at > $2::timestamptz)`,
);
