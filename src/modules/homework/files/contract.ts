import { type Static, Type } from 'typebox';
import { endpoint, object, oneOf, schoolId, storedFile, uuid } from '#platform/contract.ts';
import { fileRefusals } from '#platform/files/contract.ts';
import { fileKindNames } from '#platform/files/kinds.ts';

/** A file of homework as whoever reads the homework sees it. */
export const homeworkFile = object({
  id: uuid,
  name: Type.String(),
  kind: oneOf(fileKindNames),
  /** Bytes. */
  size: Type.Integer({ minimum: 1 }),
});

export type HomeworkFile = Static<typeof homeworkFile>;

/** In the order they were attached. */
export const homeworkFiles = Type.Array(homeworkFile);

const closed = {
  notFound: 404,
  /** No homework stands at this lesson: files belong to a text. */
  'homework.notGiven': 409,
  'homework.lessonCancelled': 409,
  'homework.editWindowClosed': 409,
  /** Facts: `limit`. */
  'homework.tooManyFiles': 409,
  /** All of them together; facts: `limit` in bytes. */
  'homework.filesTooLarge': 409,
} as const;

const filesReply = object({ files: homeworkFiles });

export const attachHomeworkFile = endpoint({
  id: 'homework.attachFile',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/homework/files/{fileId}',
  summary:
    'Attaches a file to the homework of a lesson under an id the client made; a repetition changes nothing',
  tags: ['homework'],
  params: object({ schoolId, lessonId: uuid, fileId: uuid }),
  takesFile: true,
  reply: filesReply,
  refusals: { ...closed, ...fileRefusals, idempotencyKeyReused: 422 },
});

export const removeHomeworkFile = endpoint({
  id: 'homework.removeFile',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/homework/files/{fileId}/removal',
  summary: 'Takes a file off the homework, or puts it back within a week; the same again changes nothing',
  tags: ['homework'],
  params: object({ schoolId, lessonId: uuid, fileId: uuid }),
  body: object({ isRemoved: Type.Boolean() }),
  reply: filesReply,
  refusals: {
    ...closed,
    /** Its bytes are gone. */
    'homework.fileGone': 409,
  },
});

export const copyHomeworkFiles = endpoint({
  id: 'homework.copyFiles',
  method: 'POST',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/homework/file-copies',
  summary:
    'Attaches the files of another own lesson’s homework too; those that are here already are left out',
  tags: ['homework'],
  params: object({ schoolId, lessonId: uuid }),
  body: object({ fromLessonId: uuid }),
  reply: object({ files: homeworkFiles, copiedIds: Type.Array(uuid) }),
  refusals: { ...closed, idempotencyKeyReused: 422 },
  idempotent: true,
});

export const readHomeworkFile = endpoint({
  id: 'homework.readFile',
  method: 'GET',
  path: '/api/schools/{schoolId}/homework-files/{fileId}',
  summary: 'The file itself: for the families it was published to and for staff who read the page',
  tags: ['homework'],
  params: object({ schoolId, fileId: uuid }),
  reply: storedFile,
  refusals: { notFound: 404 },
  stored: false,
});
