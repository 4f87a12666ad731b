import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { listedClass, names } from '../people/contract.ts';

const text = Type.String();
const journalKind = oneOf(['lesson', 'extracurricular']);
const hoursTenths = Type.Integer({ minimum: 1, maximum: 400 });

/** Who teaches a page, from the first day to the last one included; null = until further notice. */
export const teacherStay = object({ staffId: uuid, startDate: isoDate, endDate: nullable(isoDate) });
const stays = Type.Array(teacherStay, { maxItems: 60 });

export const loadPage = object({
  id: uuid,
  groupId: uuid,
  subjectId: uuid,
  journalKind,
  hoursTenths: Type.Integer({ minimum: 0 }),
  /** In the order they came. */
  teachers: stays,
});

export const getLoad = endpoint({
  id: 'roster.getLoad',
  method: 'GET',
  path: '/api/schools/{schoolId}/load',
  summary: 'The teaching load of the year: journal pages with their teachers, and what new ones are made of',
  tags: ['roster'],
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    year: nullable(object({ name: text, startDate: isoDate, endDate: isoDate })),
    classes: Type.Array(listedClass),
    groups: Type.Array(
      object({
        id: uuid,
        kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
        name: text,
        classIds: Type.Array(uuid),
      }),
    ),
    subjects: Type.Array(object({ id: uuid, name: text, kind: journalKind })),
    /** Who works here today or later, and whoever taught this year. */
    staff: Type.Array(
      object({ id: uuid, ...names, position: text, startDate: isoDate, endDate: nullable(isoDate) }),
    ),
    pages: Type.Array(loadPage),
    mayWrite: Type.Boolean(),
  }),
  stored: false,
});

export const exportLoad = endpoint({
  id: 'roster.exportLoad',
  method: 'GET',
  path: '/api/schools/{schoolId}/load/export',
  summary: 'The teaching load as a spreadsheet, by class or by teacher; the act is recorded',
  tags: ['roster'],
  params: object({ schoolId }),
  query: object({
    format: oneOf(['xlsx', 'csv']),
    language: Type.Optional(oneOf(['ru', 'en'])),
    /** Default: by class. */
    order: Type.Optional(oneOf(['class', 'teacher'])),
  }),
  reply: Type.String({ contentMediaType: 'application/octet-stream' }),
  stored: false,
});

export const addPage = endpoint({
  id: 'roster.addPage',
  method: 'POST',
  path: '/api/schools/{schoolId}/load/pages',
  summary: 'Opens a journal page of a group and a subject, with its teacher or without one yet',
  tags: ['roster'],
  params: object({ schoolId }),
  body: object({
    groupId: uuid,
    subjectId: uuid,
    hoursTenths,
    teacher: nullable(object({ staffId: uuid, startDate: isoDate })),
  }),
  reply: object({ id: uuid }),
  refusals: {
    idempotencyKeyReused: 422,
    'roster.unknownGroup': 422,
    'roster.unknownSubject': 422,
    'roster.unknownTeacher': 422,
    'roster.outsideYear': 422,
    'roster.pageStands': 409,
  },
  idempotent: true,
});

export const setTeachers = endpoint({
  id: 'roster.setTeachers',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/teachers',
  summary: 'Writes who teaches a page and when: another from a day on, an end, or both taken back',
  tags: ['roster'],
  params: object({ schoolId, pageId: uuid }),
  body: object({
    /** All of them. Nobody leaves the history: an end on the day before the beginning says that it never was. */
    teachers: stays,
    /** What the client saw. */
    expected: stays,
  }),
  reply: object({ teachers: stays }),
  refusals: {
    notFound: 404,
    'roster.teacherMissing': 422,
    'roster.unknownTeacher': 422,
    'roster.teachesTwice': 422,
    'roster.outsideYear': 422,
    'roster.changedMeanwhile': 409,
  },
});

export type Load = Static<typeof getLoad.reply>;
export type LoadPage = Static<typeof loadPage>;
export type NewPage = Static<typeof addPage.body>;
