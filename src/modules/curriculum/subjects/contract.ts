import { type Static, Type } from 'typebox';
import { endpoint, noReply, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';

const line = (max: number) => Type.Intersect([shortText(max), Type.String({ minLength: 1, pattern: '\\S' })]);

const text = Type.String();

const subject = {
  name: line(120),
  /** Where there is little room: «Рус. язык». */
  shortName: line(30),
  /** «Математика и информатика» */
  area: nullable(shortText(120)),
  /** Extracurricular lessons have attendance and topics and no marks; never changes. */
  kind: oneOf(['lesson', 'extracurricular']),
  /** No longer offered; its journals stay. */
  isRetired: Type.Boolean(),
};

const workType = {
  name: line(80),
  /** Above the column: «К», «СД». */
  abbr: line(4),
  /** 0 is shown and never counted. */
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
  /** A scheduled assessment: контрольная, ВПР. */
  isAssessment: Type.Boolean(),
  /** The kind a new column has; one of them. */
  isDefault: Type.Boolean(),
  isRetired: Type.Boolean(),
};

export const getCurriculum = endpoint({
  id: 'curriculum.getCurriculum',
  method: 'GET',
  path: '/api/schools/{schoolId}/curriculum',
  summary: 'The subjects and kinds of work of a school',
  tags: ['curriculum'],
  params: object({ schoolId }),
  reply: object({
    subjects: Type.Array(
      object({
        id: uuid,
        version: Type.Integer(),
        ...subject,
        name: text,
        shortName: text,
        area: nullable(text),
      }),
    ),
    workTypes: Type.Array(object({ id: uuid, version: Type.Integer(), ...workType, name: text, abbr: text })),
    mayWrite: Type.Boolean(),
  }),
});

/** Of the row as the client saw it; 0 = a new one. */
const version = Type.Integer({ minimum: 0 });

export const setSubject = endpoint({
  id: 'curriculum.setSubject',
  method: 'PUT',
  path: '/api/schools/{schoolId}/subjects/{subjectId}',
  summary: 'Adds a subject or changes one',
  tags: ['curriculum'],
  params: object({ schoolId, subjectId: uuid }),
  body: object({ version, ...subject }),
  reply: noReply,
  refusals: {
    'curriculum.changedMeanwhile': 409,
    'curriculum.nameTaken': 409,
    'curriculum.kindKept': 422,
  },
});

export const setWorkType = endpoint({
  id: 'curriculum.setWorkType',
  method: 'PUT',
  path: '/api/schools/{schoolId}/work-types/{workTypeId}',
  summary: 'Adds a kind of work or changes one; works that are there keep their weight',
  tags: ['curriculum'],
  params: object({ schoolId, workTypeId: uuid }),
  body: object({ version, ...workType }),
  reply: noReply,
  refusals: {
    'curriculum.changedMeanwhile': 409,
    'curriculum.nameTaken': 409,
    'curriculum.abbrTaken': 409,
    'curriculum.defaultNeeded': 422,
  },
});

export type Curriculum = Static<typeof getCurriculum.reply>;
export type SubjectDraft = Omit<Static<typeof setSubject.body>, 'version'>;
export type WorkTypeDraft = Omit<Static<typeof setWorkType.body>, 'version'>;
