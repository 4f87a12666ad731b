import { type Static, Type } from 'typebox';
import { endpoint, object, schoolId, shortText, uuid } from '#platform/contract.ts';

const time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

const schedule = {
  name: Type.Intersect([shortText(80), Type.String({ minLength: 1, pattern: '\\S' })]),
  shift: Type.Integer({ minimum: 1, maximum: 3 }),
  /** Rings on every day of the shift for which the calendar names no other schedule. */
  isUsual: Type.Boolean(),
  bells: Type.Array(
    object({
      /** Names the lesson; may be 0. */
      number: Type.Integer({ minimum: 0, maximum: 15 }),
      starts: time,
      ends: time,
    }),
    { minItems: 1, maxItems: 16 },
  ),
};

export const listBells = endpoint({
  id: 'organisation.listBells',
  method: 'GET',
  path: '/api/schools/{schoolId}/bell-schedules',
  summary: 'The bell schedules of a school',
  tags: ['organisation'],
  params: object({ schoolId }),
  reply: object({
    schedules: Type.Array(object({ id: uuid, version: Type.Integer(), ...schedule })),
    mayWrite: Type.Boolean(),
  }),
});

export const setBells = endpoint({
  id: 'organisation.setBells',
  method: 'PUT',
  path: '/api/schools/{schoolId}/bell-schedules/{scheduleId}',
  summary: 'Writes a bell schedule as a whole; lessons of tomorrow and later that it rings take its times',
  tags: ['organisation'],
  params: object({ schoolId, scheduleId: uuid }),
  body: object({
    /** Of the schedule as the client saw it; 0 = a new one. */
    version: Type.Integer({ minimum: 0 }),
    ...schedule,
  }),
  reply: object({
    version: Type.Integer(),
    /** Lessons of tomorrow and later that have other times now. */
    lessonsMoved: Type.Integer(),
  }),
  refusals: {
    'organisation.changedMeanwhile': 409,
    'bells.usualTaken': 409,
    'bells.numberTwice': 422,
    'bells.endsBeforeBegins': 422,
    'bells.overlap': 422,
  },
});

export type Bells = Static<typeof listBells.reply>;
export type BellsDraft = Omit<Static<typeof setBells.body>, 'version'>;
