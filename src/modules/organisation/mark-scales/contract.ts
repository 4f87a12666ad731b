import { type Static, Type } from 'typebox';
import { endpoint, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';

const scaleValue = object({
  /** `5`, `4+`, `10`, or a sign: `passed`, `failed`, `exempt`, `notAssessed`, `pendingPoint`. */
  code: Type.String({ minLength: 1, maxLength: 20 }),
  /** What it counts in an average, in hundredths of a point; null = a sign, never counted. */
  hundredths: nullable(Type.Integer({ minimum: 0, maximum: 10_000 })),
  band: nullable(oneOf(['excellent', 'good', 'satisfactory', 'poor'])),
  /** Not offered: no longer given, kept on the marks that have it. */
  isOffered: Type.Boolean(),
});

const scale = {
  name: Type.Intersect([shortText(60), Type.String({ minLength: 1, pattern: '\\S' })]),
  /** New journal pages have it; one of them. */
  isUsual: Type.Boolean(),
  /** No page has it and none can take it. */
  isRetired: Type.Boolean(),
  /** In the order they are shown. */
  values: Type.Array(scaleValue, { minItems: 1, maxItems: 120 }),
};

export const setMarkScale = endpoint({
  id: 'organisation.setMarkScale',
  method: 'PUT',
  path: '/api/schools/{schoolId}/mark-scales/{scaleId}',
  summary: 'Writes a scale of marks as a whole; averages follow other worths at once',
  tags: ['organisation'],
  params: object({ schoolId, scaleId: uuid }),
  body: object({
    /** Of the scale as the client saw it; 0 = a new one. */
    version: Type.Integer({ minimum: 0 }),
    ...scale,
  }),
  reply: object({ version: Type.Integer() }),
  refusals: {
    'organisation.changedMeanwhile': 409,
    'scales.nameTaken': 409,
    'scales.valueInUse': 409,
    'scales.inUse': 409,
    'scales.codeTwice': 422,
    'scales.codeWrong': 422,
    'scales.worthMissing': 422,
    'scales.bandMissing': 422,
    'scales.usualNeeded': 422,
    'scales.nothingOffered': 422,
  },
});

export type ScaleDraft = Omit<Static<typeof setMarkScale.body>, 'version'>;
export type ScaleValueDraft = ScaleDraft['values'][number];
