import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId } from '#platform/contract.ts';

const count = Type.Integer({ minimum: 0 });

export const setUpSteps = [
  'year',
  'periods',
  'bells',
  'classes',
  'subjects',
  'staff',
  'load',
  'timetable',
] as const;

export const getChecklist = endpoint({
  id: 'setup.getChecklist',
  method: 'GET',
  path: '/api/schools/{schoolId}/set-up',
  summary: 'How far the set-up of a school has come, step by step',
  tags: ['setup'],
  params: object({ schoolId }),
  reply: object({
    school: Type.String(),
    today: isoDate,
    year: nullable(object({ name: Type.String(), startDate: isoDate, endDate: isoDate })),
    steps: Type.Array(
      object({
        step: oneOf(setUpSteps),
        state: oneOf(['done', 'begun', 'open']),
        /** What there is of it: years, periods, bells of the usual schedules, classes, subjects … */
        count,
        /** What is still missing of it: grades without periods, pages without a teacher or lessons … */
        missing: count,
      }),
    ),
    students: count,
    mayWrite: Type.Boolean(),
  }),
});

export type Checklist = Static<typeof getChecklist.reply>;
export type SetUpStep = (typeof setUpSteps)[number];
