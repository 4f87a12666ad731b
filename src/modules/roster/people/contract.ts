import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
export const names = { lastName: text, firstName: text, middleName: nullable(text) };

export const peopleKinds = ['student', 'guardian', 'staff'] as const;
export const peopleStatuses = ['current', 'former', 'all'] as const;
export const peopleOrders = ['name', 'class', 'birthDate', 'since'] as const;

/** What the list shows; also what a saved filter keeps. */
export const peopleFilter = {
  /** Absent = everybody. */
  kind: Type.Optional(oneOf(peopleKinds)),
  /** `current`: studies, has a right to a student, works here today. Default: `current`. */
  status: Type.Optional(oneOf(peopleStatuses)),
  /** Students of a class, and their guardians. */
  classId: Type.Optional(uuid),
  search: Type.Optional(shortText(100)),
  /** Default: by name; with a search, the best fit first. */
  order: Type.Optional(oneOf(peopleOrders)),
  descending: Type.Optional(Type.Boolean()),
};

export const listedClass = object({ id: uuid, grade: count, letter: text });

export const listedPerson = object({
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  phone: nullable(text),
  /** What this person is to the school, now or before. */
  kinds: Type.Array(oneOf(peopleKinds)),
  isCurrent: Type.Boolean(),
  /** Of a student: the class, or the last one. */
  schoolClass: nullable(listedClass),
  /** Of a guardian: the children, by right of today first. */
  wards: Type.Array(
    object({ id: uuid, lastName: text, firstName: text, schoolClass: nullable(listedClass) }),
  ),
  position: nullable(text),
  /** First and last day at the school. */
  since: nullable(isoDate),
  until: nullable(isoDate),
});

export const listPeople = endpoint({
  id: 'roster.listPeople',
  method: 'GET',
  path: '/api/schools/{schoolId}/people',
  summary: 'People of the school: searched with typos and «ё», filtered, in order',
  tags: ['roster'],
  params: object({ schoolId }),
  query: object({ ...peopleFilter, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })) }),
  reply: object({
    today: isoDate,
    /** How many fit; `people` holds the first of them. */
    total: count,
    people: Type.Array(listedPerson),
  }),
  stored: false,
});

export const exportPeople = endpoint({
  id: 'roster.exportPeople',
  method: 'GET',
  path: '/api/schools/{schoolId}/people/export',
  summary: 'The same list whole, as a spreadsheet; the act is recorded',
  tags: ['roster'],
  params: object({ schoolId }),
  query: object({
    ...peopleFilter,
    format: oneOf(['xlsx', 'csv']),
    language: Type.Optional(oneOf(['ru', 'en'])),
  }),
  reply: Type.String({ contentMediaType: 'application/octet-stream' }),
  stored: false,
});

export const savedFilter = object({
  id: uuid,
  name: text,
  filter: object(peopleFilter),
});

/** What the pages of the office need besides their lists. */
export const getPeopleFrame = endpoint({
  id: 'roster.getPeopleFrame',
  method: 'GET',
  path: '/api/schools/{schoolId}/people-frame',
  summary: 'Classes of the year with their subgroups, own saved filters, and what this person may do',
  tags: ['roster'],
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    year: nullable(object({ id: uuid, name: text, startDate: isoDate, endDate: isoDate })),
    classes: Type.Array(listedClass),
    groups: Type.Array(
      object({
        id: uuid,
        kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
        name: text,
        divisionTag: nullable(text),
        classIds: Type.Array(uuid),
        subjects: Type.Array(text),
      }),
    ),
    savedFilters: Type.Array(savedFilter),
    mayWrite: Type.Boolean(),
  }),
  stored: false,
});

export type ListedPerson = Static<typeof listedPerson>;
export type PeopleKind = (typeof peopleKinds)[number];
export type PeopleFilter = Static<typeof savedFilter>['filter'];
export type PeopleFrame = Static<typeof getPeopleFrame.reply>;
