import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, schoolId, uuid } from '#platform/contract.ts';

const targetLesson = object({
  id: uuid,
  date: isoDate,
  number: Type.Integer(),
  topic: nullable(Type.String()),
  attendanceTaken: Type.Boolean(),
  /** 0 = nothing recorded yet. */
  recordVersion: Type.Integer(),
  homework: nullable(Type.String()),
  homeworkMinutes: nullable(Type.Integer()),
  homeworkVersion: Type.Integer(),
});

export const copyTargets = object({
  pages: Type.Array(
    object({
      id: uuid,
      /** «7А», «7А, английский, 1» */
      group: Type.String(),
      subject: Type.String(),
      /** The subject of the lesson to be copied: such pages come first. */
      isSameSubject: Type.Boolean(),
      /** From a week before the lesson to two weeks after it. */
      lessons: Type.Array(targetLesson, { minItems: 1 }),
    }),
  ),
});

export type CopyTargets = Static<typeof copyTargets>;

export const listCopyTargets = endpoint({
  id: 'journal.listCopyTargets',
  method: 'GET',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/copy-targets',
  summary:
    'Own pages and their lessons topic and homework of a lesson can be copied to; the copy is written as usual',
  tags: ['journal'],
  params: object({ schoolId, lessonId: uuid }),
  reply: copyTargets,
  refusals: { notFound: 404 },
});
