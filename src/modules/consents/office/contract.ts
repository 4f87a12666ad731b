import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { consentStates, signedWords, signingWays, stages } from '../signing/rules.ts';

const text = Type.String();
const names = { lastName: text, firstName: text, middleName: nullable(text) };
const version = Type.Integer({ minimum: 1 });
const person = object({ id: uuid, ...names });

const standing = object({
  purposeId: uuid,
  state: oneOf(consentStates),
  /** The last day of `forNow`. */
  until: nullable(isoDate),
  awaits: object({ guardian: Type.Boolean(), student: Type.Boolean() }),
  /** The last word of everybody who may sign today. */
  words: Type.Array(
    object({
      signerId: uuid,
      word: oneOf(signedWords),
      way: oneOf(signingWays),
      version,
      signedOn: isoDate,
    }),
  ),
});

const student = object({
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  stage: oneOf(stages),
  /** From this day the student may sign; null = the birthday is not known. */
  signsFrom: nullable(isoDate),
  /** Who may sign today: guardians by their kinship, the student as `self`. */
  signers: Type.Array(object({ id: uuid, ...names, kinship: text })),
  consents: Type.Array(standing),
});

const classConsents = object({
  today: isoDate,
  mayRegister: Type.Boolean(),
  schoolClass: object({ id: uuid, grade: Type.Integer(), letter: text }),
  /** Whose hands a paper may come into: who asks, and who leads the class. */
  receivers: Type.Array(person),
  purposes: Type.Array(object({ id: uuid, code: nullable(text), title: text, version })),
  students: Type.Array(student),
});

export const getClassConsents = endpoint({
  id: 'consents.getClassConsents',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/consents',
  summary: 'Who of a class has signed, refused or not answered, by purpose',
  tags: ['consents'],
  params: object({ schoolId, classId: uuid }),
  reply: classConsents,
  refusals: { notFound: 404 },
  stored: false,
});

export const registerPaper = endpoint({
  id: 'consents.registerPaper',
  method: 'POST',
  path: '/api/schools/{schoolId}/students/{studentId}/paper-consents',
  summary: 'Registers a signed paper: whose, about which purpose, when signed, who received it',
  tags: ['consents'],
  params: object({ schoolId, studentId: uuid }),
  body: object({
    purposeId: uuid,
    version,
    signerId: uuid,
    word: oneOf(signedWords),
    signedOn: isoDate,
    receivedBy: uuid,
  }),
  reply: object({ state: oneOf(consentStates) }),
  refusals: {
    notFound: 404,
    'consents.dayAhead': 422,
    'consents.notEntitled': 422,
    'consents.unknownText': 422,
    'consents.unknownReceiver': 422,
    'consents.nothingToWithdraw': 422,
  },
});

export const printBlanks = endpoint({
  id: 'consents.printBlanks',
  method: 'POST',
  path: '/api/schools/{schoolId}/classes/{classId}/consent-blanks',
  summary: 'Blanks of one purpose as PDF, filled with what the school knows, a student after the other',
  tags: ['consents'],
  params: object({ schoolId, classId: uuid }),
  body: object({
    purposeId: uuid,
    studentIds: Type.Array(uuid, { minItems: 1, maxItems: 60, uniqueItems: true }),
  }),
  reply: Type.String({ contentMediaType: 'application/pdf' }),
  refusals: { notFound: 404, 'consents.notListed': 422 },
  stored: false,
});

export type ClassConsents = Static<typeof classConsents>;
export type ClassStudent = Static<typeof student>;
export type ClassStanding = Static<typeof standing>;
