import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoDate,
  isoMoment,
  longText,
  nullable,
  object,
  oneOf,
  schoolId,
  shortText,
  uuid,
} from '#platform/contract.ts';
import { documentKinds, linkKinships, linkStates, longest, refusalReasons } from './rules.ts';

const text = Type.String();
const names = { lastName: text, firstName: text, middleName: nullable(text) };
const asked = {
  id: uuid,
  /** The child as the guardian wrote it. */
  ...names,
  birthDate: isoDate,
  kinship: oneOf(linkKinships),
  document: oneOf(documentKinds),
  documentTail: nullable(text),
  word: nullable(text),
  state: oneOf(linkStates),
  askedAt: isoMoment,
  expiresAt: isoMoment,
  decidedAt: nullable(isoMoment),
  refusal: nullable(oneOf(refusalReasons)),
  refusalWord: nullable(text),
  sender: object({ personId: uuid, ...names, wards: Type.Array(object(names)) }),
};
const suggested = object({
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  schoolClass: nullable(object({ grade: Type.Integer(), letter: text })),
  /** The sender has a right to this student already. */
  isLinked: Type.Boolean(),
});
const params = object({ schoolId, requestId: uuid });

export const listLinkRequests = endpoint({
  id: 'onboarding.listLinkRequests',
  method: 'GET',
  path: '/api/schools/{schoolId}/link-requests',
  summary: 'What guardians ask for: all that waits, oldest first, or the last decided ones',
  tags: ['onboarding'],
  params: object({ schoolId }),
  query: object({ show: Type.Optional(oneOf(['waiting', 'decided'])) }),
  reply: object({
    today: isoDate,
    waiting: Type.Integer({ minimum: 0 }),
    mayDecide: Type.Boolean(),
    requests: Type.Array(object(asked)),
  }),
  stored: false,
});

export const countRequests = endpoint({
  id: 'onboarding.countRequests',
  method: 'GET',
  path: '/api/schools/{schoolId}/requests-count',
  summary: 'How many requests wait for the school',
  tags: ['onboarding'],
  params: object({ schoolId }),
  reply: object({ waiting: Type.Integer({ minimum: 0 }) }),
  stored: false,
});

export const suggestStudents = endpoint({
  id: 'onboarding.suggestStudents',
  method: 'GET',
  path: '/api/schools/{schoolId}/link-requests/{requestId}/students',
  summary: 'Students of the school a request may mean, the likeliest first',
  tags: ['onboarding'],
  params,
  reply: object({ students: Type.Array(suggested) }),
  refusals: { notFound: 404 },
  stored: false,
});

const decided = { notFound: 404, 'links.decided': 409, 'links.expired': 409 } as const;

export const acceptLinkRequest = endpoint({
  id: 'onboarding.acceptLinkRequest',
  method: 'POST',
  path: '/api/schools/{schoolId}/link-requests/{requestId}/accept',
  summary: 'Confirms the kinship by a document: the guardian gets the right to the student',
  tags: ['onboarding'],
  params,
  body: object({
    studentId: uuid,
    kinship: oneOf(linkKinships),
    scope: Type.Array(oneOf(['marks', 'messages', 'contacts', 'documents']), {
      minItems: 1,
      maxItems: 4,
      uniqueItems: true,
    }),
    /** The document that was seen. */
    basis: shortText(200),
    endDate: nullable(isoDate),
  }),
  reply: object({ guardianshipId: uuid }),
  refusals: {
    ...decided,
    idempotencyKeyReused: 422,
    'links.basisMissing': 422,
    'links.endBeforeToday': 422,
    'links.unknownStudent': 422,
    'roster.unknownGuardian': 422,
    'roster.ownGuardian': 422,
    'roster.alreadyGuardian': 409,
  },
  idempotent: true,
});

export const refuseLinkRequest = endpoint({
  id: 'onboarding.refuseLinkRequest',
  method: 'POST',
  path: '/api/schools/{schoolId}/link-requests/{requestId}/refuse',
  summary: 'Refuses with a reason the sender reads',
  tags: ['onboarding'],
  params,
  body: object({ reason: oneOf(refusalReasons), word: nullable(longText(longest.word)) }),
  reply: object({ state: oneOf(linkStates) }),
  refusals: { ...decided, 'links.reasonMissing': 422 },
});

export type LinkRequestLine = Static<typeof listLinkRequests.reply>['requests'][number];
export type SuggestedStudent = Static<typeof suggested>;
export type LinkDecision = Static<typeof acceptLinkRequest.body>;
export type LinkRefusalWish = Static<typeof refuseLinkRequest.body>;
