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
import { differenceOf } from '../roster-import/difference.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });

const undoOf = oneOf([...differenceOf, 'role', 'room', 'bells', 'template', 'lessons']);

/** A trial and the writing are one request: the writing also says which trial it agrees to. */
export const undoImport = endpoint({
  id: 'integrations.undoImport',
  method: 'POST',
  path: '/api/schools/{schoolId}/imports/{importId}/undo',
  summary: 'Takes the last import of its kind back: what would go and what stays and why, and doing it',
  tags: ['integrations'],
  params: object({ schoolId, importId: uuid }),
  body: object({
    /** The fingerprint of the trial somebody agreed to; null = a trial. */
    agreed: nullable(shortText(64)),
  }),
  reply: object({
    state: oneOf(['trial', 'written', 'outdated']),
    kind: oneOf(['lists', 'timetable']),
    files: Type.Array(text),
    at: isoMoment,
    startDate: isoDate,
    /** Null = the command line of the server. */
    author: nullable(text),
    counts: object({ removed: count, restored: count, kept: count }),
    /** The first two thousand; `fields`: what stands → what will. */
    back: Type.Array(
      object({
        kind: oneOf(['removed', 'restored']),
        of: undoOf,
        name: text,
        fields: Type.Array(object({ field: text, old: nullable(text), new: nullable(text) })),
        count: Type.Optional(count),
      }),
    ),
    /** The first two thousand. */
    kept: Type.Array(
      object({
        of: undoOf,
        name: text,
        /** A code of `KeptReason`. */
        reason: text,
        facts: Type.Record(text, Type.Union([text, Type.Number()])),
      }),
    ),
    fingerprint: text,
  }),
  refusals: {
    /** Facts: `kind` of the table one may not load. */
    'imports.kindNotAllowed': 403,
    /** Facts: `at`, `author` where a person did it. */
    'imports.alreadyUndone': 409,
    'imports.notLast': 409,
    /** It was loaded before the product wrote down what an import does. */
    'imports.noJournal': 409,
    /** The school lacks something; facts: `reason`. */
    'imports.notReady': 409,
  },
  stored: false,
});

export type UndoReply = Static<typeof undoImport.reply>;
