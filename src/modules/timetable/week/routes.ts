import { mondayOf } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { Platform } from '#platform/platform.ts';
import { serve } from '#platform/serve.ts';
import { getClassWeek, getRoomWeek, getTeacherWeek, getTimetableChoices } from './contract.ts';
import { readerValues, timetablePolicy } from './policy.ts';
import { choicesStatement, classWeekStatement, roomWeekStatement, teacherWeekStatement } from './queries.ts';

type Reading = {
  readonly actor: Actor;
  readonly query: { readonly from?: string };
  readonly platform: Pick<Platform, 'clock'>;
};

const weekValues = ({ actor, query, platform }: Reading, id: string) => [
  ...readerValues(actor, platform.clock.schoolNow()),
  mondayOf(query.from ?? actor.today),
  id,
];

export const weekRoutes = [
  serve(getTimetableChoices, {
    policy: timetablePolicy,
    read: {
      statement: choicesStatement,
      values: ({ actor, platform }) => readerValues(actor, platform.clock.schoolNow()).slice(0, 2),
    },
  }),
  serve(getClassWeek, {
    policy: timetablePolicy,
    read: { statement: classWeekStatement, values: (given) => weekValues(given, given.params.classId) },
  }),
  serve(getTeacherWeek, {
    policy: timetablePolicy,
    read: { statement: teacherWeekStatement, values: (given) => weekValues(given, given.params.staffId) },
  }),
  serve(getRoomWeek, {
    policy: timetablePolicy,
    read: { statement: roomWeekStatement, values: (given) => weekValues(given, given.params.roomId) },
  }),
];
