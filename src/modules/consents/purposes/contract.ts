import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoMoment,
  longText,
  nullable,
  object,
  schoolId,
  shortText,
  uuid,
} from '#platform/contract.ts';
import { longest } from './rules.ts';

const version = Type.Integer({ minimum: 1 });
const purpose = object({
  id: uuid,
  /** Of those every school begins with; null = the school's own. */
  code: nullable(Type.String()),
  title: Type.String(),
  isAsked: Type.Boolean(),
  /** How many people a text that asks again would ask. */
  askedAgain: Type.Integer({ minimum: 0 }),
  /** The newest first. */
  texts: Type.Array(
    object({
      version,
      body: Type.String(),
      sha256: Type.String(),
      asksAgain: Type.Boolean(),
      madeAt: isoMoment,
    }),
  ),
});
const params = object({ schoolId, purposeId: uuid });
const tags = ['consents'];

export const listPurposes = endpoint({
  id: 'consents.listPurposes',
  method: 'GET',
  path: '/api/schools/{schoolId}/consent-purposes',
  summary: 'What the school asks consent for, with every text there has been',
  tags,
  params: object({ schoolId }),
  reply: object({ mayWrite: Type.Boolean(), purposes: Type.Array(purpose) }),
});

export const setPurpose = endpoint({
  id: 'consents.setPurpose',
  method: 'PATCH',
  path: '/api/schools/{schoolId}/consent-purposes/{purposeId}',
  summary: 'Renames a purpose, switches it on or off',
  tags,
  params,
  body: object({ title: shortText(longest.title), isAsked: Type.Boolean() }),
  reply: object({ isAsked: Type.Boolean() }),
  refusals: { notFound: 404, 'consents.titleMissing': 422 },
});

export const addPurpose = endpoint({
  id: 'consents.addPurpose',
  method: 'PUT',
  path: '/api/schools/{schoolId}/consent-purposes/{purposeId}',
  summary: 'A purpose of the school’s own with its document',
  tags,
  params,
  body: object({ title: shortText(longest.title), body: longText(longest.body) }),
  reply: object({ id: uuid }),
  refusals: { 'consents.titleMissing': 422, 'consents.bodyMissing': 422 },
});

export const addText = endpoint({
  id: 'consents.addText',
  method: 'POST',
  path: '/api/schools/{schoolId}/consent-purposes/{purposeId}/texts',
  summary: 'A new text of a purpose’s document; it may ask those who have signed again',
  tags,
  params,
  body: object({ body: longText(longest.body), asksAgain: Type.Boolean(), expected: version }),
  reply: object({ version, asked: Type.Integer({ minimum: 0 }) }),
  refusals: { notFound: 404, 'consents.bodyMissing': 422, 'consents.changedMeanwhile': 409 },
});

export type PurposeList = Static<typeof listPurposes.reply>;
export type ListedPurpose = PurposeList['purposes'][number];
