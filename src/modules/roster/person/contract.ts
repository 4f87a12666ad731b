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
  uuid,
} from '#platform/contract.ts';
import { listedClass, names, peopleKinds } from '../people/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
export const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });
export const kinships = ['mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other'] as const;
export const scopes = ['marks', 'messages', 'contacts', 'documents'] as const;
export const movementKinds = ['admission', 'transfer', 'withdrawal', 'restoration'] as const;
const span = { startDate: isoDate, endDate: nullable(isoDate) };

/** What the office writes of a person. */
export const personFields = {
  lastName: shortText(80),
  firstName: shortText(80),
  middleName: nullable(shortText(80)),
  birthDate: nullable(isoDate),
  gender: nullable(oneOf(['male', 'female'])),
  phone: nullable(shortText(40)),
  email: nullable(shortText(120)),
};

export const guardianshipLine = object({
  id: uuid,
  /** The other one: the guardian on a student's card, the student on a guardian's. */
  person: object({ id: uuid, ...names, phone: nullable(text), schoolClass: nullable(listedClass) }),
  kinship: oneOf(kinships),
  scope: Type.Array(oneOf(scopes)),
  basis: nullable(text),
  ...span,
  version,
});

export const movementLine = object({
  ordinal: count,
  kind: oneOf(movementKinds),
  effectiveDate: isoDate,
  orderNumber: nullable(text),
  orderDate: nullable(isoDate),
  reason: nullable(text),
  destination: nullable(text),
  fromClass: nullable(listedClass),
  toClass: nullable(listedClass),
  madeAt: isoMoment,
  madeBy: object(names),
  isUndone: Type.Boolean(),
});

export const personCard = object({
  today: isoDate,
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  gender: nullable(oneOf(['male', 'female'])),
  phone: nullable(text),
  email: nullable(text),
  /** `***-***-445 95`: enough to compare with a paper. */
  snils: nullable(text),
  version,
  kinds: Type.Array(oneOf(peopleKinds)),
  admissions: Type.Array(
    object({
      id: uuid,
      ...span,
      fileNumber: nullable(text),
      orderNumber: nullable(text),
      orderDate: nullable(isoDate),
      transferredFrom: nullable(text),
      withdrawalOrder: nullable(text),
      withdrawalOrderDate: nullable(isoDate),
      withdrawalReason: nullable(text),
      withdrawalDestination: nullable(text),
    }),
  ),
  memberships: Type.Array(
    object({
      id: uuid,
      groupId: uuid,
      kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
      name: text,
      classes: Type.Array(listedClass),
      year: text,
      ...span,
    }),
  ),
  movements: Type.Array(movementLine),
  guardians: Type.Array(guardianshipLine),
  wards: Type.Array(guardianshipLine),
  staff: nullable(object({ position: text, staffNumber: nullable(text), ...span })),
  homerooms: Type.Array(object({ schoolClass: listedClass, year: text, ...span })),
  load: Type.Array(
    object({
      id: uuid,
      subject: text,
      group: text,
      classes: Type.Array(listedClass),
      hoursTenths: count,
      ...span,
    }),
  ),
  mayWrite: Type.Boolean(),
});

const address = '/api/schools/{schoolId}/persons/{personId}' as const;
const params = object({ schoolId, personId: uuid });

export const getPerson = endpoint({
  id: 'roster.getPerson',
  method: 'GET',
  path: address,
  summary: 'A person’s card: data, admissions, classes, family, posts',
  tags: ['roster'],
  params,
  reply: personCard,
  stored: false,
});

export const changePerson = endpoint({
  id: 'roster.changePerson',
  method: 'PUT',
  path: address,
  summary: 'Writes a person’s data anew',
  tags: ['roster'],
  params,
  body: object({
    ...personFields,
    /** Absent = stays; null = taken away. */
    snils: Type.Optional(nullable(shortText(20))),
    expected: version,
  }),
  reply: object({ version }),
  refusals: {
    notFound: 404,
    'roster.changedMeanwhile': 409,
    'roster.nameMissing': 422,
    'roster.birthDateImpossible': 422,
    'roster.snilsInvalid': 422,
    'roster.snilsTaken': 409,
  },
});

export type PersonCard = Static<typeof personCard>;
export type PersonChange = Static<typeof changePerson.body>;
export type GuardianshipLine = Static<typeof guardianshipLine>;
export type MovementLine = Static<typeof movementLine>;
export type MovementKind = (typeof movementKinds)[number];
