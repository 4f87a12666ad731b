import { type Static, Type } from 'typebox';
import { endpoint, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

const count = Type.Integer({ minimum: 0 });
const grade = Type.Integer({ minimum: 1, maximum: 12 });
const text = Type.String();

export const listMarkScales = endpoint({
  id: 'setup.listMarkScales',
  method: 'GET',
  path: '/api/schools/{schoolId}/mark-scales',
  summary: 'The scales of marks of a school, with the journal pages of the current year that have them',
  tags: ['organisation'],
  params: object({ schoolId }),
  reply: object({
    scales: Type.Array(
      object({
        id: uuid,
        version: Type.Integer(),
        name: text,
        isUsual: Type.Boolean(),
        isRetired: Type.Boolean(),
        /** In use in the current year. */
        pages: count,
        values: Type.Array(
          object({
            code: text,
            hundredths: nullable(count),
            band: nullable(oneOf(['excellent', 'good', 'satisfactory', 'poor'])),
            isOffered: Type.Boolean(),
          }),
        ),
      }),
    ),
    /** Subjects that have pages with marks this year. */
    subjects: Type.Array(object({ id: uuid, name: text })),
    mayWrite: Type.Boolean(),
  }),
});

const page = object({
  pageId: uuid,
  /** «7 «Б»», «Английский, 1-я подгруппа» */
  groupName: text,
  /** The scale it has now. */
  scaleId: uuid,
  /** Values of its marks that the wished scale has not. */
  unfit: Type.Array(object({ code: text, marks: count })),
});

export const previewScalePages = endpoint({
  id: 'setup.previewScalePages',
  method: 'POST',
  path: '/api/schools/{schoolId}/mark-scales/{scaleId}/pages/preview',
  summary:
    'The journal pages of a subject in some grades, and which of them could take a scale; nothing is written',
  tags: ['organisation'],
  params: object({ schoolId, scaleId: uuid }),
  body: object({ subjectId: uuid, fromGrade: grade, toGrade: grade }),
  reply: object({ pages: Type.Array(page) }),
});

export const setScaleOfPages = endpoint({
  id: 'setup.setScaleOfPages',
  method: 'PUT',
  path: '/api/schools/{schoolId}/mark-scales/{scaleId}/pages',
  summary: 'Gives journal pages a scale that holds every value their marks have',
  tags: ['organisation'],
  params: object({ schoolId, scaleId: uuid }),
  body: object({ pageIds: Type.Array(uuid, { minItems: 1, maxItems: 1_000, uniqueItems: true }) }),
  reply: object({
    /** What they had before; those that had it already are not among them. */
    moved: Type.Array(object({ pageId: uuid, scaleId: uuid })),
  }),
  refusals: { 'scales.unknownScale': 404, 'scales.unknownPage': 404, 'scales.marksUnfit': 409 },
});

export type MarkScales = Static<typeof listMarkScales.reply>;
export type MarkScale = MarkScales['scales'][number];
export type ScalePages = Static<typeof previewScalePages.reply>;
export type ScalePage = Static<typeof page>;
