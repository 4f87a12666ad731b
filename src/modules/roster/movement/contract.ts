import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';
import { listedClass, names } from '../people/contract.ts';
import { personFields, version } from '../person/contract.ts';

export const order = {
  orderNumber: Type.Intersect([shortText(40), Type.String({ minLength: 1, pattern: '\\S' })]),
  orderDate: isoDate,
};

export const arrival = {
  classId: uuid,
  /** The first day in the class. */
  date: isoDate,
  subgroupIds: Type.Array(uuid, { maxItems: 40 }),
};

/** How many movements the client saw: another one meanwhile is a conflict. */
const expected = { expected: version };

const arrivalRefusals = {
  notFound: 404,
  idempotencyKeyReused: 422,
  'roster.unknownClass': 422,
  'roster.unknownSubgroup': 422,
  'roster.subgroupsExclude': 422,
  'roster.outsideYear': 422,
  'roster.beforeLastMovement': 409,
  'roster.movedMeanwhile': 409,
} as const;

const personRefusals = {
  'roster.nameMissing': 422,
  'roster.birthDateImpossible': 422,
  'roster.snilsInvalid': 422,
  'roster.snilsTaken': 409,
} as const;

export const likePerson = object({
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  /** Why it may be the same: one number, or one name and birth date. */
  by: oneOf(['snils', 'nameAndBirthDate']),
  isStudying: Type.Boolean(),
  schoolClass: nullable(listedClass),
  /** Movements so far: a restoration of this person names it. */
  movements: version,
});

export const findDuplicates = endpoint({
  id: 'roster.findDuplicates',
  method: 'POST',
  path: '/api/schools/{schoolId}/people/duplicates',
  summary: 'Who of the school may be this person: by SNILS, or by name and birth date. Writes nothing',
  tags: ['roster'],
  params: object({ schoolId }),
  body: object({
    lastName: shortText(80),
    firstName: shortText(80),
    middleName: nullable(shortText(80)),
    birthDate: nullable(isoDate),
    snils: nullable(shortText(20)),
  }),
  reply: object({ people: Type.Array(likePerson) }),
  refusals: { 'roster.snilsInvalid': 422 },
  stored: false,
});

const moved = object({ studentId: uuid, ordinal: version });

export const admitStudent = endpoint({
  id: 'roster.admitStudent',
  method: 'POST',
  path: '/api/schools/{schoolId}/admissions',
  summary: 'Admits a new student by an order',
  tags: ['roster'],
  params: object({ schoolId }),
  body: object({
    person: object({ ...personFields, snils: nullable(shortText(20)) }),
    /** Those shown as alike that are somebody else. */
    notTheSameAs: Type.Array(uuid, { maxItems: 100 }),
    ...arrival,
    ...order,
    fileNumber: nullable(shortText(40)),
    transferredFrom: nullable(shortText(200)),
  }),
  reply: moved,
  refusals: { ...arrivalRefusals, ...personRefusals, 'roster.alikePersons': 409 },
  idempotent: true,
});

const ofStudent = object({ schoolId, studentId: uuid });

export const transferStudent = endpoint({
  id: 'roster.transferStudent',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/transfers',
  summary: 'Moves a student to another class from a day on',
  tags: ['roster'],
  params: ofStudent,
  body: object({ ...arrival, ...order, ...expected }),
  reply: moved,
  refusals: { ...arrivalRefusals, 'roster.notStudying': 409, 'roster.sameClass': 409 },
  idempotent: true,
});

export const withdrawStudent = endpoint({
  id: 'roster.withdrawStudent',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/withdrawals',
  summary: 'A student leaves the school after a last day',
  tags: ['roster'],
  params: ofStudent,
  body: object({
    lastDay: isoDate,
    ...order,
    reason: Type.Intersect([shortText(200), Type.String({ minLength: 1, pattern: '\\S' })]),
    destination: nullable(shortText(200)),
    ...expected,
  }),
  reply: moved,
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'roster.notStudying': 409,
    'roster.beforeAdmission': 422,
    'roster.beforeLastMovement': 409,
    'roster.movedMeanwhile': 409,
  },
  idempotent: true,
});

export const restoreStudent = endpoint({
  id: 'roster.restoreStudent',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/restorations',
  summary: 'A student who left comes back into a class',
  tags: ['roster'],
  params: ofStudent,
  body: object({ ...arrival, ...order, ...expected }),
  reply: moved,
  refusals: { ...arrivalRefusals, 'roster.stillStudying': 409 },
  idempotent: true,
});

export const undoMovement = endpoint({
  id: 'roster.undoMovement',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/undo-movement',
  summary: 'Takes the last movement back while nothing hangs on it',
  tags: ['roster'],
  params: ofStudent,
  body: object({ ordinal: version }),
  reply: moved,
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'roster.notLastMovement': 409,
    'roster.changedSince': 409,
    'roster.entriesHang': 409,
  },
  idempotent: true,
});

export type LikePerson = Static<typeof likePerson>;
export type AdmissionWish = Static<typeof admitStudent.body>;
export type TransferWish = Static<typeof transferStudent.body>;
export type WithdrawalWish = Static<typeof withdrawStudent.body>;
