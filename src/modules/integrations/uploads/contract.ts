import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoDate,
  isoMoment,
  nullable,
  object,
  oneOf,
  schoolId,
  shortText,
} from '#platform/contract.ts';
import { differenceOf } from '../roster-import/difference.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const facts = Type.Record(text, Type.Union([text, Type.Number()]));

/** Bytes of all files of one request, in base64; the command line takes larger ones. */
const largestBody = 12 * 1024 * 1024;

const file = object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** base64 */
  content: Type.String({ minLength: 1, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
});

export const uploadRefusals = {
  /** A file cannot be read at all; facts: `file`, `reason` (a code of `UnreadableFile`) and its own. */
  'imports.unreadable': 422,
  /** The school lacks something, or the file holds no table; facts: `reason`. */
  'imports.notReady': 409,
  /** Facts: `kind` of the table one may not load. */
  'imports.kindNotAllowed': 403,
} as const;

const tableKind = oneOf(['students', 'staff', 'load']);

/** A column whose meaning a person has chosen; null = not to be read. */
const chosenColumn = object({
  sheet: shortText(200),
  index: Type.Integer({ minimum: 0, maximum: 255 }),
  field: nullable(shortText(40)),
});

const foundTable = object({
  sheet: text,
  kind: tableKind,
  rows: count,
  columns: Type.Array(
    object({ index: count, letter: text, title: text, field: nullable(text), samples: Type.Array(text) }),
  ),
  /** What a column may be chosen to hold. */
  fields: Type.Array(text),
});

const difference = object({
  kind: oneOf(['new', 'changed', 'retired']),
  of: oneOf(differenceOf),
  name: text,
  fields: Type.Array(object({ field: text, old: nullable(text), new: nullable(text) })),
});

const fault = object({ code: text, at: text, facts, isError: Type.Boolean() });

const listsBody = {
  files: Type.Array(file, { minItems: 1, maxItems: 5 }),
  /** The day from which the lists are true. */
  date: isoDate,
  columns: Type.Array(chosenColumn, { maxItems: 200 }),
};

/** A trial and the writing are one request: the writing also says which trial it agrees to. */
export const importLists = endpoint({
  id: 'integrations.importLists',
  method: 'POST',
  path: '/api/schools/{schoolId}/imports/lists',
  summary: 'Lists of students, staff or load (XLSX, CSV): what would change, and writing it',
  tags: ['integrations'],
  params: object({ schoolId }),
  body: object({
    ...listsBody,
    /** The fingerprint of the trial somebody agreed to; null = a trial. */
    agreed: nullable(shortText(64)),
    /** Leave rows with errors out. */
    skipsBadRows: Type.Boolean(),
  }),
  reply: object({
    state: oneOf(['trial', 'written', 'outdated', 'hasErrors']),
    tables: Type.Array(foundTable),
    rows: object({ students: count, staff: count, load: count }),
    counts: object({ new: count, changed: count, retired: count, unchanged: count, errors: count }),
    /** The first two thousand. */
    differences: Type.Array(difference),
    faults: Type.Array(fault),
    fingerprint: text,
  }),
  refusals: uploadRefusals,
  largestBody,
  stored: false,
});

export type ListsReply = Static<typeof importLists.reply>;
export type ListsBody = Static<typeof importLists.body>;

/** Rows with errors as they stand in the file, with what is wrong beside them. */
export const downloadBadRows = endpoint({
  id: 'integrations.downloadBadRows',
  method: 'POST',
  path: '/api/schools/{schoolId}/imports/lists/bad-rows',
  summary: 'The rows of a table that have errors, each with what to mend, as a spreadsheet',
  tags: ['integrations'],
  params: object({ schoolId }),
  body: object({ ...listsBody, kind: tableKind, language: oneOf(['ru', 'en']) }),
  reply: Type.String({ contentMediaType: 'application/octet-stream' }),
  refusals: uploadRefusals,
  largestBody,
  stored: false,
});

const names = Type.Record(text, text);

export const importTimetableFile = endpoint({
  id: 'integrations.importTimetable',
  method: 'POST',
  path: '/api/schools/{schoolId}/imports/timetable',
  summary: 'A timetable (aSc Timetables XML): what would change, and writing it; lessons keep their ids',
  tags: ['integrations'],
  params: object({ schoolId }),
  body: object({
    file,
    from: isoDate,
    /** Null = the last day of the school year. */
    to: nullable(isoDate),
    /** Names of the file → names of the school. */
    map: object({ classes: names, subjects: names, teachers: names, rooms: names }),
    anchor: nullable(object({ cycle: oneOf(['A', 'B']), date: isoDate })),
    agreed: nullable(shortText(64)),
    /** Leave out what has no partner in the school. */
    skipsUnmatched: Type.Boolean(),
  }),
  reply: object({
    state: oneOf(['trial', 'written', 'outdated', 'hasErrors']),
    span: object({ from: isoDate, to: isoDate }),
    counts: object({
      cards: count,
      added: count,
      changed: count,
      retired: count,
      unchanged: count,
      errors: count,
    }),
    isTemplateNew: Type.Boolean(),
    pages: Type.Array(object({ name: text, added: count, changed: count, retired: count })),
    findings: Type.Array(object({ code: text, facts, isError: Type.Boolean() })),
    names: object({
      classes: Type.Array(text),
      subjects: Type.Array(text),
      teachers: Type.Array(text),
    }),
    fingerprint: text,
  }),
  refusals: uploadRefusals,
  largestBody,
  stored: false,
});

export type TimetableReply = Static<typeof importTimetableFile.reply>;
export type TimetableBody = Static<typeof importTimetableFile.body>;

export const listImports = endpoint({
  id: 'integrations.listImports',
  method: 'GET',
  path: '/api/schools/{schoolId}/imports',
  summary: 'Files loaded lately: who, when, what came of it',
  tags: ['integrations'],
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    timeZone: text,
    /** What the person may load. */
    may: Type.Array(oneOf(['students', 'staff', 'load', 'timetable'])),
    imports: Type.Array(
      object({
        id: text,
        at: isoMoment,
        /** Null = the command line of the server. */
        author: nullable(text),
        kind: oneOf(['lists', 'timetable']),
        files: Type.Array(text),
        startDate: isoDate,
        counts: Type.Record(text, Type.Integer()),
        /** It is the last of its kind, was written down row by row, stands, and is for this person to take back. */
        mayUndo: Type.Boolean(),
        undone: nullable(object({ at: isoMoment, author: nullable(text) })),
      }),
    ),
  }),
  stored: false,
});

export type ImportList = Static<typeof listImports.reply>;
