import { Type } from 'typebox';
import { endpoint, noReply, object, schoolId, uuid } from '#platform/contract.ts';

export const tickHomework = endpoint({
  id: 'homework.tick',
  method: 'PUT',
  path: '/api/schools/{schoolId}/students/{studentId}/homework/{homeworkId}/tick',
  summary:
    'The student says that a piece of homework is done, or takes it back; the same again changes nothing',
  tags: ['homework'],
  params: object({ schoolId, studentId: uuid, homeworkId: uuid }),
  body: object({ isDone: Type.Boolean() }),
  reply: noReply,
  refusals: {
    /** Not given to this student, taken back, or not published yet. */
    notFound: 404,
  },
});
